import type { EnvironmentView } from '../worker/api';
import type { Connection } from './connection.svelte';

export type { EnvironmentView, SettingView } from '../worker/api';

/** The active environment as its page shows it. */
export class ActiveEnvironment {
	view = $state.raw<EnvironmentView | null>(null);

	constructor(private readonly connection: Connection) {}

	async refresh(): Promise<void> {
		const engine = await this.connection.engine;
		this.view = await engine.environment();
	}
}
