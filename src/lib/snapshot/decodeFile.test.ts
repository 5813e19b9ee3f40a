import { describe, expect, it } from 'vitest';
import { decodeFile } from './decodeFile';

describe('decodeFile', () => {
	it.each([
		['{"format":"tracklens-environment","formatVersion":1}', 'environment'],
		['{"format":"tracklens-environment","formatVersion":1,"users":5}', 'environment-invalid'],
		['{"format":"tracklens-environment","formatVersion":2}', 'environment-invalid'],
		['{"format":', 'json-invalid'],
		['{"format":["tracklens-snapshot"]}', 'json-unknown'],
		['{"@odata.context":"x/$metadata#queues","value":[]}', 'imported'],
		['{"value":[]}', 'json-unknown'],
		['\uFEFF{"format":"tracklens-environment","formatVersion":1}', 'environment'],
		['[]', 'json-unknown'],
		['null', 'json-unknown']
	])('%s', (text, expected) => {
		const decoded = decodeFile(text);
		expect(decoded.kind === 'rejected' ? decoded.code : decoded.kind).toBe(expected);
	});
});
