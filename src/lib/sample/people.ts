/** Invented people at companies that exist in documentation only. */
import type { Person } from './compose';

export const SUPPORT: Person = { name: 'Contoso Support', address: 'support@contoso.com' };
export const MARA: Person = { name: 'Mara Lindqvist', address: 'mara.lindqvist@contoso.com' };
export const TOMAS: Person = { name: 'Tomas Berg', address: 'tomas.berg@contoso.com' };
export const ACCOUNTS: Person = { name: 'Contoso Accounts', address: 'accounts@contoso.com' };
export const OPERATIONS: Person = { name: 'Operations', address: 'operations@contoso.com' };
export const BACKUP: Person = { name: 'Backup', address: 'backup@contoso.com' };

export const JONAS: Person = { name: 'Jonas Feld', address: 'jonas.feld@fabrikam.com' };
export const LENA: Person = { name: 'Lena Brook', address: 'lena.brook@fabrikam.com' };
export const SCANNER: Person = { name: 'Scanner 2nd floor', address: 'scanner@fabrikam.com' };

export const ELENA: Person = { name: 'Elena Marsh', address: 'elena.marsh@adventure-works.com' };
export const NOOR: Person = { name: 'Noor Haddad', address: 'noor.haddad@adventure-works.com' };
export const BILLING: Person = { name: 'Adventure Works Billing', address: 'billing@adventure-works.com' };
export const NEWSLETTER: Person = { name: 'Adventure Works News', address: 'news@adventure-works.com' };

export const JUERGEN: Person = { name: 'Jürgen Weiß', address: 'weiss@example.org' };
export const HELENE: Person = { name: 'Hélène Girard', address: 'girard@example.net' };
export const LI: Person = { name: '李文', address: 'liwen@example.com' };
