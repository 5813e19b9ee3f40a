/** Importing the same files a second time changes nothing, whatever is in them. */
import { expect, it } from 'vitest';
import { decodeEnvironmentFile, freshInstallFile, type EnvironmentFile } from '../environmentFile';
import { response } from './fixtures';
import type { ImportedFile } from './importedFile';
import { mergeImported } from './merge';
import type { MergeInput } from './mergeInput';
import { readCsvRecords } from './readCsvRecords';
import { readWebApi } from './readWebApi';

function input(path: string, file: ImportedFile | null): MergeInput {
	if (file?.ok !== true) throw new Error(`${path} is not read`);
	return { path, sha256: path, facts: file.facts };
}
const csv = (text: string, path = 'contacts.csv') => input(path, readCsvRecords(text, path));
const json = (path: string, content: object) => input(path, readWebApi(content));

function fileWith(sections: object): EnvironmentFile {
	return { ...freshInstallFile(), name: 'By hand', ...sections } as EnvironmentFile;
}

function expectSettled(before: EnvironmentFile, inputs: readonly MergeInput[]): EnvironmentFile {
	const first = mergeImported(before, inputs).file;
	const second = mergeImported(first, [...inputs].reverse());
	expect(second.file).toEqual(first);
	expect(second.changed).toBe(false);
	expect(decodeEnvironmentFile(first).ok).toBe(true);
	return first;
}

const guid = (at: number) => `00000000-0000-0000-0000-00000000000${at}`;

it('takes a row without an id to be the same one again, though another has its address by then', () => {
	const before = fileWith({ records: [{ id: 'r-1', table: 'contact', name: 'Ann', emailaddresses: ['a@x.org'] }] });
	const file = expectSettled(before, [csv('name,email\nAnn,a@x.org b@x.org\nBob,b@x.org')]);
	expect(file.records).toMatchObject([
		{ id: 'r-1', emailaddresses: ['a@x.org', 'b@x.org'] },
		{ id: 'contact/bob/b@x.org', emailaddresses: ['b@x.org'] }
	]);
});

it('takes three rows of one person, one of them with an id, to be the same ones again', () => {
	const rows = `id,name,email,owner\n,Ann,d@x.org c@x.org,\n${guid(1)},Ann,d@x.org,\n,Ann,c@x.org,`;
	expectSettled(freshInstallFile(), [csv(rows)]);
});

it('lets what only adds to a row not claim one that was added behind it', () => {
	const searches = response('emailsearches', [
		{ emailaddress: 'a@x.org', _parentobjectid_value: guid(1), parentobjecttypecode: 8 }
	]);
	expectSettled(freshInstallFile(), [json('searches', searches), csv('fullname,email\nAnn,a@x.org', 'users.csv')]);
});

/** A linear congruential generator (Numerical Recipes): the same sets each time. */
function randomOf(seed: number): (below: number) => number {
	let state = seed >>> 0;
	return (below) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}

type Random = (below: number) => number;

const list = <T>(random: Random, most: number, item: () => T): T[] => Array.from({ length: random(most + 1) }, item);
const address = (random: Random) => `${'abcde'.charAt(random(5))}@x.org`;
const name = (random: Random) => ['Ann', 'Bob', 'ann', '', 'Ann Bo'][random(5)] ?? '';

function randomCsv(random: Random, path: string): MergeInput {
	const lines = list(random, 5, () => {
		const id = [guid(random(6)), `r-${random(3)}`, '', '', ''][random(5)] ?? '';
		const owner = ['', '', name(random), address(random), guid(random(6))][random(5)] ?? '';
		const addresses = [address(random), ...list(random, 2, () => address(random))].join(' ');
		return `${['contact', 'lead', 'user', 'queue'][random(4)] ?? ''},${id},${name(random)},${addresses},${owner}`;
	});
	return csv(`table,id,name,email,owner\n${lines.join('\n')}\n`, path);
}

function randomJson(random: Random, path: string): MergeInput {
	const id = () => guid(random(6));
	const maybe = (values: object) => (random(2) === 0 ? values : {});
	const contents: readonly (() => object)[] = [
		() =>
			response(
				'contacts',
				list(random, 3, () => ({
					contactid: id(),
					emailaddress1: address(random),
					...maybe({ emailaddress2: null, emailaddress3: address(random) }),
					...maybe({ fullname: name(random), _ownerid_value: id() })
				}))
			),
		() =>
			response(
				'systemusers',
				list(random, 3, () => ({
					systemuserid: id(),
					fullname: name(random),
					internalemailaddress: address(random),
					...maybe({ personalemailaddress: null, mobilealertemail: null, isdisabled: random(2) === 0 })
				}))
			),
		() =>
			response(
				'queues',
				list(random, 3, () => ({
					queueid: id(),
					name: name(random),
					emailaddress: address(random),
					_ownerid_value: id()
				}))
			),
		() =>
			response(
				'mailboxes',
				list(random, 3, () => ({
					mailboxid: id(),
					name: name(random),
					emailaddress: address(random),
					...maybe({ _regardingobjectid_value: random(3) === 0 ? null : id() }),
					...maybe({ _emailserverprofile_value: id() })
				}))
			),
		() =>
			response(
				'emailsearches',
				list(random, 4, () => ({
					emailaddress: address(random),
					_parentobjectid_value: id(),
					parentobjecttypecode: [2, 4, 8, 2020][random(4)]
				}))
			),
		() =>
			response(
				'usersettingscollection',
				list(random, 2, () => ({ systemuserid: id(), incomingemailfilteringmethod: random(4) }))
			),
		() =>
			response(
				'emailserverprofiles',
				list(random, 2, () => ({ emailserverprofileid: id(), processemailsreceivedafter: `2026-01-0${1 + random(3)}` }))
			),
		() =>
			response(
				'mailboxtrackingfolders',
				list(random, 2, () => ({
					mailboxtrackingfolderid: guid(9),
					_mailboxid_value: id(),
					exchangefoldername: ['VIP', 'vip', 'A'][random(3)],
					...maybe({ _regardingobjectid_value: id() })
				}))
			)
	];
	return json(path, contents[random(contents.length)]?.() ?? {});
}

function randomBefore(random: Random): EnvironmentFile {
	if (random(3) === 0) return freshInstallFile();
	const rows = (prefix: string, more: () => object) =>
		Array.from({ length: random(3) }, (_, at) => ({
			id: random(4) === 0 ? guid(at) : `${prefix}-${at}`,
			emailaddresses: list(random, 2, () => address(random)),
			...more()
		}));
	return fileWith({
		users: rows('u', () => ({ fullname: name(random) })),
		queues: rows('q', () => ({ name: name(random), ownerid: `u-${random(3)}` })),
		records: rows('r', () => ({ table: 'contact', name: name(random) })),
		mailboxes: Array.from({ length: random(3) }, (_, at) => ({ id: `m-${at}`, ownerid: `u-${random(3)}` }))
	});
}

const sets = 1_000;

it(`changes nothing the second time, in ${sets} random sets of files`, () => {
	for (let seed = 0; seed < sets; seed++) {
		const random = randomOf(seed * 7_919);
		const before = randomBefore(random);
		const inputs = Array.from({ length: 1 + random(4) }, (_, at) =>
			random(2) === 0 ? randomCsv(random, `${at}.csv`) : randomJson(random, `${at}.json`)
		);
		const first = mergeImported(before, inputs).file;
		const second = mergeImported(first, inputs);
		if (second.changed) expect({ seed, file: second.file }).toEqual({ seed, file: first });
		expect(second.changed).toBe(false);
	}
});
