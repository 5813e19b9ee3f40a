import type { MessageFacts } from '../../domain/message';

/** MIME types of the protected part (MS-OXORMMS 2.1.3). */
const restrictedTypes = ['application/x-microsoft-rpmsg-message', 'application/vnd.ms-rpmsg'];

/** Whether the message is protected by Information Rights Management. */
export function isRestricted({ contentType, bodyParts }: MessageFacts): boolean {
	const types = [contentType?.split(';')[0]?.trim().toLowerCase() ?? '', ...bodyParts.map((part) => part.contentType)];
	return types.some((type) => restrictedTypes.includes(type));
}
