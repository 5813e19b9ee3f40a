/** Queues. `statecode` is kept as `active`. */
import { entityReference, type SourceTable } from './sourceTable';

export const queues: SourceTable = {
	logicalName: 'queue',
	entitySet: 'queues',
	use: 'queues',
	columns: [
		{ name: 'queueid', kind: 'id', to: 'id' },
		{ name: 'name', kind: 'name', to: 'name' },
		{ name: 'emailaddress', kind: 'address', to: null },
		{ name: 'incomingemailfilteringmethod', kind: 'integer', to: 'incomingemailfilteringmethod' },
		{ name: '_ownerid_value', kind: 'lookup', to: 'ownerid' },
		{ name: 'statecode', kind: 'state', to: 'active' }
	],
	documentation: entityReference('queue')
};
