/** Users. `domainname`, the sign-in name, looks like an address but is a text column, so mail is never matched by it. */
import { entityReference, type SourceTable } from './sourceTable';

export const systemUsers: SourceTable = {
	logicalName: 'systemuser',
	entitySet: 'systemusers',
	use: 'users',
	columns: [
		{ name: 'systemuserid', kind: 'id', to: 'id' },
		{ name: 'fullname', kind: 'name', to: 'fullname' },
		{ name: 'internalemailaddress', kind: 'address', to: null },
		{ name: 'personalemailaddress', kind: 'address', to: null },
		{ name: 'mobilealertemail', kind: 'address', to: null },
		{ name: 'isdisabled', kind: 'inverted-flag', to: 'active' }
	],
	documentation: entityReference('systemuser')
};
