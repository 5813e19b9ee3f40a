// SvelteKit's own type declarations; nothing is added to them.
export {};
