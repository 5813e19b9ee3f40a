/** Personal Options of users; the table's key is the user's own id. */
import { entityReference, type SourceTable } from './sourceTable';

export const userSettings: SourceTable = {
	logicalName: 'usersettings',
	entitySet: 'usersettingscollection',
	use: 'user-settings',
	columns: [
		{ name: 'systemuserid', kind: 'id', to: 'id' },
		{ name: 'incomingemailfilteringmethod', kind: 'integer', to: 'incomingemailfilteringmethod' },
		{ name: 'trackingtokenid', kind: 'integer', to: 'trackingtokenid' }
	],
	documentation: entityReference('usersettings')
};
