/** The one way to write: one writer among all tabs, in step with what the others have committed. */
import { storageFailure } from '../storage/failure';
import type { Store } from '../storage/store';
import type { Notice } from './api';
import type { OpenCase } from './openCase';
import { Turns } from './turns';

/** One writer among all tabs, so that two of them never store the same message twice. */
const writerLock = 'tracklens-writer';

export interface CaseWriterHost {
	/** The case in memory has changed: tells the page. */
	state(): void;
	/** The store has changed: tells the page and the other tabs. */
	changed(): void;
	notice(notice: Notice): void;
}

export class CaseWriter {
	readonly #store: Store;
	readonly #case: OpenCase;
	readonly #host: CaseWriterHost;
	/** Changes of the case in memory. Queries need not wait. */
	readonly turns = new Turns();

	constructor(store: Store, openCase: OpenCase, host: CaseWriterHost) {
		this.#store = store;
		this.#case = openCase;
		this.#host = host;
	}

	/** Under the writer's lock, and with what other tabs have committed before taken in. */
	write<T>(work: () => Promise<T>): Promise<T> {
		return this.locked(() =>
			this.turns.run(async () => {
				if (await this.#case.follow()) this.#host.state();
				return work();
			})
		);
	}

	/**
	 * To this own case and no other: two customers' mail must not mix. Whoever adds to it leaves a snapshot that was
	 * opened beside it. A database that refuses is told of.
	 */
	writeTo<T>(caseId: number, work: () => Promise<T>): Promise<T | 'case-gone' | 'storage-full'> {
		return this.orStorageFull(() =>
			this.write(async () => {
				if (this.#case.stored.besideCaseId === caseId) await this.leaveReadOnly();
				const { id, readOnly } = this.#case.stored;
				return id === caseId && !readOnly ? work() : 'case-gone';
			})
		);
	}

	/** To the case that is open when it is asked for, unless that is a snapshot. */
	async writeHere<T>(work: () => Promise<T>): Promise<T | 'read-only' | 'case-gone' | 'storage-full'> {
		const { id, readOnly } = this.#case.stored;
		return readOnly ? 'read-only' : this.writeTo(id, work);
	}

	/** Goes back to the own case that the snapshot was opened beside. Needs the writer's lock. */
	async leaveReadOnly(): Promise<void> {
		const { id, readOnly, besideCaseId } = this.#case.stored;
		if (!readOnly) return;
		await this.#store.cases.closeReadOnly(id);
		await this.#store.dropOrphans();
		await this.#case.load(besideCaseId);
		this.#host.changed();
	}

	locked<T>(write: () => Promise<T>): Promise<T> {
		return navigator.locks.request(writerLock, write) as Promise<T>;
	}

	/** Tells of a database that refuses, instead of throwing. */
	async orStorageFull<T>(write: () => Promise<T>): Promise<T | 'storage-full'> {
		try {
			return await write();
		} catch (error) {
			const failure = storageFailure(error);
			if (failure === null) throw error;
			this.#host.notice(failure);
			return 'storage-full';
		}
	}
}
