import { describe, expect, it } from 'vitest';
import { fc } from '../../../tests/support/fastCheck';
import type { FileIssue } from '../domain/fileIssue';
import { JsonPieces, type JsonPiece } from './jsonPieces';
import { isPlainObject } from './plainData';

const lists = new Set(['emails', 'imports']);

interface Read {
	readonly pieces: readonly JsonPiece[];
	readonly issue: FileIssue | null;
}
function read(chunks: readonly string[], maxLength?: number): Read {
	const reader = new JsonPieces(lists, maxLength);
	const pieces = chunks.flatMap((chunk) => [...reader.add(chunk)]);
	reader.end();
	return { pieces, issue: reader.issue };
}
/** What `JSON.parse` would have made of the file. */
function put(pieces: readonly JsonPiece[]): Record<string, unknown> {
	const whole: Record<string, unknown> = {};
	for (const { key, index, json } of pieces) {
		if (index === null) define(whole, key, json);
		else {
			const list = (whole[key] ?? []) as unknown[];
			list[index] = json;
			whole[key] = list;
		}
	}
	return whole;
}
function define(target: object, key: string, value: unknown): void {
	Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}
/** Null for what is no JSON, or another value. */
function objectIn(text: string): Record<string, unknown> | null {
	try {
		const json = JSON.parse(text) as unknown;
		return isPlainObject(json) ? { ...json } : null;
	} catch {
		return null;
	}
}
/** An empty list has no piece. */
function withoutEmptyLists(whole: Readonly<Record<string, unknown>>): Record<string, unknown> {
	const left: Record<string, unknown> = {};
	for (const [key, value] of Object.entries(whole)) {
		if (!lists.has(key) || !Array.isArray(value) || value.length > 0) define(left, key, value);
	}
	return left;
}
const characters = (text: string) => Array.from({ length: text.length }, (_, at) => text.charAt(at));

describe('JsonPieces', () => {
	it('reads lists that it was told of element by element, everything else whole', () => {
		expect(read(['{"a":[1,2],"emails":[{"b":[1]},2,[]],"imports":"x","c":null}'])).toEqual({
			pieces: [
				{ key: 'a', index: null, json: [1, 2], length: 5 },
				{ key: 'emails', index: 0, json: { b: [1] }, length: 9 },
				{ key: 'emails', index: 1, json: 2, length: 1 },
				{ key: 'emails', index: 2, json: [], length: 2 },
				{ key: 'imports', index: null, json: 'x', length: 3 },
				{ key: 'c', index: null, json: null, length: 4 }
			],
			issue: null
		});
	});

	it.each([
		'{}',
		' { } \r\n',
		'\uFEFF{"a":1}',
		'{"emails":[]}',
		'{"emails": [ ] , "a" :\t{"emails":[1]} }',
		'{"emails":[{"]":"}"},"]","\\"]","\\\\"]}',
		'{"emails":[ {"a":"\\\\\\""} ,1 ],"imports":[[[]]]}',
		'{"a":"\\u005d","\\"":2,"":3}',
		'{"__proto__":{"a":1},"emails":[{"__proto__":2}]}'
	])('%s: wherever the text is cut', (text) => {
		const expected = withoutEmptyLists(JSON.parse(text.replace(/^\uFEFF/, '')) as Record<string, unknown>);
		for (let at = 0; at <= text.length; at++) {
			const { pieces, issue } = read([text.slice(0, at), text.slice(at)]);
			expect(issue).toBeNull();
			expect(put(pieces)).toEqual(expected);
		}
		expect(put(read(characters(text)).pieces)).toEqual(expected);
	});

	it.each([
		'',
		'  ',
		'x',
		'[]',
		'"a"',
		'{',
		'{"a"',
		'{"a":',
		'{"a":}',
		'{"a":1',
		'{"a":1,',
		'{"a":1,}',
		'{"a" 1}',
		'{"a"::1}',
		'{"a":1:2}',
		'{,"a":1}',
		'{1:2}',
		'{"a":1]',
		'{"a":[1}',
		'{"a":{"b":1]}',
		'{"a":1}}',
		'{"a":1}{',
		'{"a":1}\uFEFF',
		'{"a":\uFEFF1}',
		'{"a":\u00a01}',
		'{"a":01}',
		'{"a":"\n"}',
		"{'a':1}",
		'{"emails":[',
		'{"emails":[1',
		'{"emails":[1,',
		'{"emails":[1,]}',
		'{"emails":[,1]}',
		'{"emails":[1 2]}',
		'{"emails":[1:2]}',
		'{"emails":[1}',
		'{"emails":[1]]}',
		'{"emails":[1] "a":2}',
		'{"emails":[]1}',
		'{"emails":[{"a":1]]}',
		'{"emails":["a]}'
	])('%s is refused wherever it is cut', (text) => {
		expect(objectIn(text)).toBeNull();
		for (let at = 0; at <= text.length; at++) {
			expect(read([text.slice(0, at), text.slice(at)]).issue).toMatchObject({ code: 'json-syntax' });
		}
	});

	it('agrees with JSON.parse over any object, cut anywhere, and over any damage to it', () => {
		const value = fc.jsonValue({ maxDepth: 4 });
		const object = fc.dictionary(fc.oneof(fc.constantFrom('emails', 'imports'), fc.string()), value, { maxKeys: 6 });
		const damage = fc.record({
			at: fc.nat(),
			length: fc.nat(3),
			text: fc.constantFrom('', ',', '"', '\\', ']', '}', '[', '{', ':')
		});
		fc.assert(
			fc.property(
				object,
				fc.constantFrom('', '\t', 1),
				fc.option(damage),
				fc.array(fc.nat(), { maxLength: 8 }),
				(json, space, harm, cuts) => {
					let text = JSON.stringify(json, null, space);
					if (harm !== null) {
						const at = harm.at % text.length;
						text = text.slice(0, at) + harm.text + text.slice(at + harm.length);
					}
					const places = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length];
					const chunks = places.slice(1).map((place, index) => text.slice(places[index], place));
					const { pieces, issue } = read(chunks);
					const expected = objectIn(text);
					if (expected === null) return void expect(issue).toMatchObject({ code: 'json-syntax' });
					if (issue?.code === 'duplicate-key') return;
					expect(issue).toBeNull();
					expect(put(pieces)).toEqual(withoutEmptyLists(expected));
				}
			),
			{ numRuns: 2_000 }
		);
	});

	it.each([
		['{\n"a":1,\n  x', 'line 2, character 7'],
		['{"a":\n\n1,\n "b" 2}', 'line 3, character 3'],
		['{"a":1\n}\n\n ]', 'line 4, character 2'],
		['{"emails":[\n1,\n{"b":\n  tru}]}', /line [234], character \d/],
		['{"a":1', 'line 1, character 6']
	])('%j: says where', (text, place) => {
		expect(read([text]).issue?.received).toMatch(place);
		expect(read(characters(text)).issue).toEqual(read([text]).issue);
	});

	it('refuses a key that is there twice, and what is too long or too deep', () => {
		expect(read(['{"emails":[1],"a":2,"emails":[3]}']).issue).toEqual({ path: '/emails', code: 'duplicate-key' });
		expect(read(['{"emails":[1,"', 'x'.repeat(60), 'x'.repeat(60)], 100).issue).toEqual({
			path: '/emails/1',
			code: 'too-long',
			expected: '<=100'
		});
		expect(read(['{"', 'x'.repeat(101)], 100).issue).toMatchObject({ path: '', code: 'too-long' });
	});

	it('gives no piece from what comes behind the issue', () => {
		const { pieces } = read(['{"emails":[1,2,x,3],', '"a":4}']);
		expect(pieces.map(({ json }) => json)).toEqual([1, 2]);
	});
});
