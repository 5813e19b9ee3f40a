/** The page's state, put together once. `start` is called when the inputs are wired. */
import type { WorkerEvent } from '../worker/api';
import { Activities } from './activities.svelte';
import { Busy } from './busy';
import { Connection } from './connection.svelte';
import { Diagnoses } from './diagnoses.svelte';
import { ActiveEnvironment } from './environment.svelte';
import { ImportReport } from './importReport.svelte';
import { Intake } from './intake.svelte';
import { Notices } from './notices.svelte';
import { Preferences } from './preferences.svelte';
import { SelectedEmail } from './selectedEmail.svelte';
import { Snapshots } from './snapshots.svelte';
import { StorageUse } from './storageUse.svelte';

export const busy = new Busy();
export const notices = new Notices();
export const preferences = new Preferences();
export const connection = new Connection();
export const storageUse = new StorageUse();
export const activities = new Activities(connection, notices);
export const selectedEmail = new SelectedEmail(connection, notices);
export const environment = new ActiveEnvironment(connection);
export const diagnoses = new Diagnoses(connection, busy, notices);
export const importReport = new ImportReport(connection, notices);
export const intake = new Intake(connection, busy, notices, afterImport);
export const snapshots = new Snapshots(connection, busy, notices, showChanges);

/** Opens the store; the page is busy until its first rows are there. */
export async function start(): Promise<void> {
	await busy.during(async () => {
		await connection.open(hear, () => busy.abandon());
		if (connection.failure === null) await showChanges();
	});
	await storageUse.refresh();
}

export async function undoEnvironment(): Promise<void> {
	await change(async () => {
		await (await connection.engine).undoEnvironment();
		notices.add({ code: 'environment-undone', name: connection.store?.environmentName ?? '' });
	});
}

/** Makes the draft of the environment the active one; every email is decided again. */
export async function applyEnvironment(): Promise<void> {
	await change(() => environment.save());
}

export async function deleteEverything(): Promise<void> {
	await change(async () => {
		await (await connection.engine).deleteEverything();
		intake.dismiss();
		activities.clearFilter();
		environment.discard();
		await selectedEmail.select(null);
		notices.add({ code: 'everything-deleted' });
	});
}

async function change(work: () => Promise<void>): Promise<void> {
	await busy.during(async () => {
		try {
			await work();
		} catch (error) {
			notices.failed(error);
		}
		await showChanges();
	});
}

/** Everything on the page, read again. */
async function showChanges(): Promise<void> {
	try {
		await Promise.all([activities.refresh(), selectedEmail.refresh(), environment.refresh(), importReport.refresh()]);
	} catch (error) {
		notices.failed(error);
	}
}

async function afterImport(): Promise<void> {
	await showChanges();
	void storageUse.askToPersist();
}

function hear(event: WorkerEvent): void {
	switch (event.kind) {
		case 'progress':
			return intake.show(event.progress);
		case 'state':
			connection.store = event.state;
			activities.storeChanged();
			// Another tab has changed something: what this page does itself is read again at its end.
			if (!busy.underWay) void showChanges();
			return;
		case 'notice':
			return notices.add(event.notice);
		case 'snapshotAsks':
			snapshots.question = event;
			return;
	}
}
