/** The two file inputs of the header; other places open the same ones. */
export const FILES_INPUT_ID = 'add-email-files';
export const FOLDER_INPUT_ID = 'add-a-folder';

export function openPicker(inputId: typeof FILES_INPUT_ID | typeof FOLDER_INPUT_ID): void {
	document.getElementById(inputId)?.click();
}
