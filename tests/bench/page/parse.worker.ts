/** The yardstick: postal-mime as it comes, one file after the other. */
import PostalMime from 'postal-mime';

addEventListener('message', (event: MessageEvent<readonly File[]>) => void parseAll(event.data));

async function parseAll(files: readonly File[]): Promise<void> {
	let attachments = 0;
	for (const file of files) attachments += (await PostalMime.parse(await file.arrayBuffer())).attachments.length;
	postMessage(attachments);
}
