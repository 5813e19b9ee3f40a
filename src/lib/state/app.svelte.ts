/** The page's state, put together once. `start` is called when the inputs are wired. */
import type { EnvironmentFailure, WorkerEvent } from '../worker/api';
import { Activities } from './activities.svelte';
import { Busy } from './busy';
import { Cases } from './cases.svelte';
import { Comparison } from './comparison.svelte';
import { Connection } from './connection.svelte';
import { Conversations } from './conversations.svelte';
import { Diagnoses } from './diagnoses.svelte';
import { ActiveEnvironment } from './environment.svelte';
import { ExportOptions } from './exportOptions.svelte';
import { Flips } from './flips.svelte';
import { ImportReport } from './importReport.svelte';
import { Intake } from './intake.svelte';
import { Laboratory } from './laboratory.svelte';
import { Marking } from './marking.svelte';
import { Notices } from './notices.svelte';
import { Preferences } from './preferences.svelte';
import { Removal } from './removal.svelte';
import { SelectedEmail } from './selectedEmail.svelte';
import { Selection } from './selection.svelte';
import { SnapshotDiff } from './snapshotDiff.svelte';
import { Snapshots } from './snapshots.svelte';
import { StorageUse } from './storageUse.svelte';
import { rememberCaseId } from './tabCase';
import { Tokens } from './tokens.svelte';
import { TokenWorkbench } from './tokenWorkbench.svelte';
import { Suggestions } from './suggestions.svelte';
import { MailboxTimelines } from './timeline.svelte';
import { WhatIf } from './whatIf.svelte';

export const busy = new Busy();
export const notices = new Notices();
export const preferences = new Preferences();
export const connection = new Connection();
export const storageUse = new StorageUse();
export const activities = new Activities(connection, notices);
export const selectedEmail = new SelectedEmail(connection, notices);
export const selection = new Selection(activities, (error) => notices.failed(error));
export const marking = new Marking(connection, notices, change);
export const environment = new ActiveEnvironment(connection);
export const removal = new Removal(connection, notices, change);
export const cases = new Cases(connection, notices, change, () =>
	intake.running ? 'import-running' : environment.changes > 0 ? 'unapplied-changes' : null
);
export const diagnoses = new Diagnoses(connection, busy, notices);
export const suggestions = new Suggestions(connection, busy, notices);
export const mailboxTimelines = new MailboxTimelines(connection, notices);
export const conversations = new Conversations(connection, busy, notices);
export const tokens = new Tokens(connection, busy, notices);
export const tokenWorkbench = new TokenWorkbench(environment);
export const flips = new Flips(connection, notices);
export const whatIf = new WhatIf(connection, busy, notices);
export const laboratory = new Laboratory(connection, busy, notices, environment);
export const comparison = new Comparison(connection, busy, notices);
export const importReport = new ImportReport(connection, notices);
export const intake = new Intake(connection, busy, notices, afterImport);
export const snapshots = new Snapshots(connection, busy, notices, showChanges);
export const snapshotDiff = new SnapshotDiff(connection, busy, notices);
export const exportOptions = new ExportOptions(connection, notices);

/** Opens the store; the page is busy until its first rows are there. */
export async function start(): Promise<void> {
	await busy.during(async () => {
		await connection.open(hear, () => busy.abandon());
		if (connection.failure === null) await showChanges();
	});
	await storageUse.refresh();
}

export async function undoEnvironment(): Promise<void> {
	await changeEnvironment(() => {
		notices.leavePatterns();
		return environment.undo();
	});
}

/** Another environment of the case becomes active; null is the fresh install. */
export async function switchEnvironment(name: string | null): Promise<void> {
	await changeEnvironment(() => environment.switchTo(name));
}

/** Resolves with why it was refused, or null. */
export async function duplicateEnvironment(name: string): Promise<EnvironmentFailure | null> {
	let failure: EnvironmentFailure | null = null;
	await change(async () => {
		failure = await environment.duplicate(name);
	});
	return failure;
}

export async function deleteEnvironment(): Promise<void> {
	await changeEnvironment(() => environment.delete());
}

/** Makes the draft of the environment the active one; every email is decided again. */
export async function applyEnvironment(): Promise<void> {
	await changeEnvironment(() => environment.save());
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

/** @param work resolves with why it was refused, or null */
async function changeEnvironment(work: () => Promise<EnvironmentFailure | null>): Promise<void> {
	await change(async () => {
		const failure = await work();
		// A full disk has its own notice.
		if (failure !== null && failure !== 'storage-full') notices.add({ code: 'case-refused', failure });
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
		await Promise.all([
			activities.refresh(),
			selectedEmail.refresh(),
			environment.refresh(),
			whatIf.findShared(),
			importReport.refresh(),
			cases.refresh()
		]);
	} catch (error) {
		notices.failed(error);
	}
}

/** Nothing of the last case stays on the page. */
function showOtherCase(caseId: number): void {
	rememberCaseId(caseId);
	notices.leaveCase();
	intake.dismiss();
	activities.clearFilter();
	environment.forget();
	conversations.forget();
	suggestions.close();
	tokens.forget();
	diagnoses.forget();
	mailboxTimelines.forget();
	flips.forget();
	laboratory.forget();
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
			if (connection.store && connection.store.caseId !== event.state.caseId) showOtherCase(event.state.caseId);
			selection.storeChanged(connection.store, event.state);
			connection.store = event.state;
			activities.storeChanged();
			flips.storeChanged(event.state.revision);
			laboratory.storeChanged(event.state.revision);
			comparison.storeChanged();
			whatIf.storeChanged(event.state.revision);
			// Another tab has changed something: what this page does itself is read again at its end.
			if (!busy.underWay) void showChanges();
			return;
		case 'notice':
			return notices.add(event.notice);
		case 'flips':
			return flips.hear(event.progress);
		case 'laboratory':
			return laboratory.hear(event.progress);
		case 'snapshotAsks':
			snapshots.question = event;
			return;
		case 'snapshotRead':
			return snapshots.read(event.bytes);
	}
}
