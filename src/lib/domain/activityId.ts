import type { ActivityId } from './columns';

/**
 * The activityid of a message: a UUIDv8 (RFC 9562 section 5.8) of the first 16 bytes of its SHA-256, so that the same
 * file has the same id everywhere.
 * @param sha256 at least 32 lower-case hex digits
 */
export function activityIdOf(sha256: string): ActivityId {
	const variant = (8 | (Number.parseInt(sha256.charAt(16), 16) & 3)).toString(16);
	return [
		sha256.slice(0, 8),
		sha256.slice(8, 12),
		'8' + sha256.slice(13, 16),
		variant + sha256.slice(17, 20),
		sha256.slice(20, 32)
	].join('-');
}
