import type { RedactionLevel, RedactionPreview, SnapshotOptions } from '../worker/api';
import type { Connection } from './connection.svelte';
import type { Notices } from './notices.svelte';

export type { PreviewEmail, RedactionLevel, RedactionPreview } from '../worker/api';

/** What an export is going to hold, and a look at it before it leaves. */
export class ExportOptions {
	level = $state<RedactionLevel>('none');
	headerBlocks = $state(true);
	passphrase = $state('');
	gzip = $state(false);
	preview = $state.raw<RedactionPreview | null>(null);
	previewing = $state(false);

	constructor(
		private readonly connection: Connection,
		private readonly notices: Notices
	) {}

	get chosen(): SnapshotOptions {
		return {
			level: this.level,
			headerBlocks: this.headerBlocks,
			passphrase: this.passphrase === '' ? null : this.passphrase,
			gzip: this.gzip
		};
	}

	async look(): Promise<void> {
		if (this.previewing) return;
		this.previewing = true;
		try {
			this.preview = await (await this.connection.engine).previewRedaction(this.chosen);
		} catch (error) {
			this.notices.failed(error);
		} finally {
			this.previewing = false;
		}
	}

	/** The passphrase does not outlive the dialog. */
	close(): void {
		this.preview = null;
		this.passphrase = '';
	}
}
