import type { Transaction } from 'dexie';
import { FRESH_STATE, opened, pushed } from './environmentStates';
import type { CaseRow, DatasetRow, EnvironmentRow, EnvironmentState, FactsPackRow } from './rows';

interface CaseRowOfVersion1 {
	readonly id: number;
	readonly name: string;
	readonly datasetId: number;
	/** Versions, oldest first; the last was active. */
	readonly environmentIds: readonly number[];
	readonly readOnly: boolean;
}

/** Version 1 had one environment a case, in versions, and did not count emails. */
export async function upgradeFromVersion1(transaction: Transaction): Promise<void> {
	const cases = transaction.table<CaseRow | CaseRowOfVersion1, number>('cases');
	const environments = transaction.table<EnvironmentRow, number>('environments');
	const rows = (await cases.toArray()) as CaseRowOfVersion1[];
	const own = rows.find(({ readOnly }) => !readOnly);
	for (const { environmentIds, ...row } of rows) {
		let history: readonly EnvironmentState[] = [FRESH_STATE];
		for (const environmentId of environmentIds) {
			const environment = await environments.get(environmentId);
			if (!environment) continue;
			const state = opened(history.at(-1) ?? FRESH_STATE, { name: nameIn(environment.json), environmentId });
			history = pushed(history, state);
		}
		await cases.put({ ...row, history, besideCaseId: row.readOnly ? (own?.id ?? null) : null });
	}
	const datasets = transaction.table<DatasetRow, number>('datasets');
	const factsPacks = transaction.table<FactsPackRow, number>('factsPacks');
	for (const dataset of await datasets.toArray()) {
		let emails = 0;
		const packIds = await factsPacks.where('datasetId').equals(Number(dataset.id)).primaryKeys();
		for (const packId of packIds) emails += messagesIn((await factsPacks.get(packId))?.json ?? '{}');
		await datasets.put({ ...dataset, emails, revision: 0 });
	}
}

function nameIn(environmentJson: string): string {
	const { name } = JSON.parse(environmentJson) as { readonly name?: unknown };
	return typeof name === 'string' ? name : '';
}

function messagesIn(factsJson: string): number {
	const { sha256 } = JSON.parse(factsJson) as { readonly sha256?: readonly string[] };
	return sha256?.length ?? 0;
}
