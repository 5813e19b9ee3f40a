/** An environment file as it leaves: settings stay, rows become tokens, keys that this version does not know are left out. */
import { DEFAULT_MODEL_OPTIONS, DEFAULT_ORGANIZATION, type Environment } from '../../domain/environment';
import type { HashFilter } from '../../engine/correlation/hashFilter';
import { isTrackingCategory } from '../../engine/scope/folderCheck';
import { environmentForSnapshot, type EnvironmentFile } from '../environmentFile';
import { environmentFormat } from '../environmentSchema';
import { instantOf } from '../instant';
import type { PlainObject, PlainValue } from '../plainData';
import { keyedAddressText, keyedMessageId } from './addresses';
import { keyedSha256, type FactsRedaction } from './facts';
import { lettersOf, type HmacOf } from './keys';
import { keyedFolder, type PathRedaction } from './paths';
import { keyedText } from './text';

/** Tables that every organization has. */
const standardTables = new Set([
	...['', 'systemuser', 'queue', 'contact', 'account', 'lead', 'team', 'businessunit', 'equipment', 'incident'],
	...['opportunity', 'quote', 'salesorder', 'invoice', 'contract', 'campaign', 'task', 'email', 'phonecall'],
	...['appointment', 'letter', 'product', 'competitor', 'entitlement', 'msdyn_workorder']
]);
/** Cannot be compiled, as a stand-in for a pattern that cannot be used. */
const unusablePattern = '(';

export class EnvironmentRedaction {
	readonly #facts: FactsRedaction;
	readonly #paths: PathRedaction;
	readonly #hmacOf: HmacOf;

	constructor(facts: FactsRedaction, paths: PathRedaction, hmacOf: HmacOf) {
		this.#facts = facts;
		this.#paths = paths;
		this.#hmacOf = hmacOf;
	}

	/** Ids that are UUIDs stay UUIDs. */
	id(id: string): string {
		const hmac = this.#hmacOf('id', id);
		return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)
			? [hmac.slice(0, 8), hmac.slice(8, 12), hmac.slice(12, 16), hmac.slice(16, 20), hmac.slice(20, 32)].join('-')
			: `id-${lettersOf(hmac, 12)}`;
	}

	keyed(environment: Environment, hashFilter: HashFilter): EnvironmentFile {
		const { organization, orgDbOrgSettings, modelOptions } = environment;
		const words = (text: string) => keyedText(text, this.#hmacOf);
		const addresses = (list: readonly string[]) => list.map((address) => keyedAddressText(address, this.#hmacOf));
		return environmentForSnapshot({
			format: environmentFormat,
			formatVersion: 1,
			name: 'Pseudonymised',
			organization: {
				...organization,
				// Both patterns may hold words of the organization. What they strip is stripped from what leaves.
				hashfilterkeywords: hashFilter.ok ? DEFAULT_ORGANIZATION.hashfilterkeywords : unusablePattern
			} as unknown as PlainObject,
			orgDbOrgSettings: orgDbOrgSettings as unknown as PlainObject,
			modelOptions: {
				...modelOptions,
				subjectChangedPattern: DEFAULT_MODEL_OPTIONS.subjectChangedPattern
			} as unknown as PlainObject,
			users: environment.users.map(({ id, fullname, emailaddresses, trackingtokenid, ...user }) => ({
				id: this.id(id),
				fullname: words(fullname),
				emailaddresses: addresses(emailaddresses),
				trackingtokenid: trackingtokenid === null ? null : this.#facts.trackingTokenId(trackingtokenid),
				...user
			})),
			queues: environment.queues.map(({ id, name, emailaddresses, ownerid, ...queue }) => ({
				id: this.id(id),
				name: words(name),
				emailaddresses: addresses(emailaddresses),
				ownerid: this.#idOrNull(ownerid),
				...queue
			})),
			records: environment.records.map(({ id, table, name, emailaddresses, ownerid, active, createdonUtcMs }) => ({
				id: this.id(id),
				table: this.#table(table),
				name: words(name),
				emailaddresses: addresses(emailaddresses),
				ownerid: this.#idOrNull(ownerid),
				active,
				createdon: instantOf(createdonUtcMs)
			})),
			mailboxes: environment.mailboxes.map((mailbox) => this.#mailbox(mailbox)),
			placements: environment.placements.map(({ mailboxid, folder, moves, category }, index) => ({
				files: this.#paths.glob(index),
				mailboxid: this.id(mailboxid),
				folder: keyedFolder(folder, this.#hmacOf),
				moves: moves.map((move) => ({
					at: instantOf(move.atUtcMs),
					folder: keyedFolder(move.folder, this.#hmacOf)
				})),
				category: category === null || isTrackingCategory(category) ? category : words(category)
			})),
			marks: environment.marks.map(({ messageid, sha256, tracked, regarding }) => ({
				...(messageid === undefined ? {} : { messageid: keyedMessageId(messageid, this.#hmacOf) }),
				...(sha256 === undefined ? {} : { sha256: keyedSha256(sha256, this.#hmacOf) }),
				...(tracked === undefined ? {} : { tracked }),
				...(regarding === undefined ? {} : { regarding: this.#regarding(regarding) })
			}))
		});
	}

	#mailbox(mailbox: Environment['mailboxes'][number]): PlainObject {
		return {
			id: this.id(mailbox.id),
			ownerid: this.#idOrNull(mailbox.ownerid),
			incomingemaildeliverymethod: mailbox.incomingemaildeliverymethod,
			enabledforincomingemail: mailbox.enabledforincomingemail,
			processemailreceivedafter: instantOf(mailbox.processemailreceivedafterUtcMs),
			trackedfolders: mailbox.trackedfolders.map(({ path, regarding }) => ({
				path: keyedFolder(path, this.#hmacOf),
				regarding: this.#regarding(regarding)
			})),
			profileprocessemailsreceivedafter: instantOf(mailbox.profileprocessemailsreceivedafterUtcMs),
			emailrouteraccessapproval: mailbox.emailrouteraccessapproval,
			incomingemailstatus: mailbox.incomingemailstatus,
			testedandenabledon: instantOf(mailbox.testedandenabledonUtcMs),
			syncs: mailbox.syncsUtcMs.map(instantOf)
		};
	}

	#regarding(reference: { readonly table: string; readonly id: string; readonly name: string } | null): PlainValue {
		if (reference === null) return null;
		const { table, id, name } = reference;
		return { table: this.#table(table), id: this.id(id), name: keyedText(name, this.#hmacOf) };
	}

	#table(table: string): string {
		return standardTables.has(table) ? table : `table_${lettersOf(this.#hmacOf('id', table), 0)}`;
	}

	#idOrNull(id: string | null): string | null {
		return id === null ? null : this.id(id);
	}
}
