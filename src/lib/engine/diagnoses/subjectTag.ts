/** `[EXTERNAL]`, `***SPAM***` and the like at the start of a subject. */
export const leadingTag = /^\s*(?:\[[^\]]{1,40}\]|\*{2,3}[^*]{1,40}\*{2,3})\s*/u;
