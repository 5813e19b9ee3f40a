/** What the part before the @ says of an address: a role, a robot, or what looks like a person. */

/** Words of shared addresses, in the languages of Europe's business mail; diacritics removed. */
const roleWords = new Set(
	[
		'accounting accounts admin administration ap ar billing bookings care career careers contact customercare',
		'customerservice customers desk enquiries enquiry events feedback finance hello help helpdesk hr inquiries info',
		'information invoice invoices jobs legal logistics mail marketing media office order orders partner partners',
		'payments press privacy procurement purchasing quotes reception recruiting recruitment returns sales secretary security',
		'service servicedesk services shipping shop spares spareparts support team warehouse warranty webmaster welcome',
		'anfrage anfragen auftrag bestellung bestellungen bewerbung buchhaltung buero einkauf empfang ersatzteile kontakt',
		'kundendienst kundenservice personal rechnung rechnungen reklamation sekretariat verkauf versand vertrieb',
		'verwaltung zentrale',
		'accueil achats assistance commande commandes commercial comptabilite facturation factures secretariat ventes',
		'administracion atencion clientes compras contabilidad contacto facturacion pedidos reclamaciones soporte ventas',
		'acquisti amministrazione assistenza clienti contabilita contatti fatture ordini segreteria ufficio vendite',
		'atendimento comercial contato contacto encomendas faturamento financeiro suporte vendas',
		'administratie facturen inkoop klantenservice verkoop',
		'bogholderi faktura forsaljning kundeservice kundservice kundtjanst ordre regnskap salg support salj',
		'asiakaspalvelu laskutus myynti tuki',
		'biuro faktury ksiegowosc pomoc sekretariat serwis sprzedaz zamowienia',
		'destek bilgi satis muhasebe obchod podpora ertekesites ugyfelszolgalat'
	].flatMap((line) => line.split(' '))
);

const robotWords = new Set([
	'alert',
	'alerts',
	'bounce',
	'bounces',
	'daemon',
	'listserv',
	'mailer',
	'majordomo',
	'news',
	'newsletter',
	'noreply',
	'notification',
	'notifications',
	'notify',
	'postmaster'
]);
const robotPattern =
	/(?:^|[._+-])(?:no|donot|do[._-]not|nicht|ne[._-]pas)[._-]?(?:reply|antworten|repondre)(?:$|[._+-])/;
/** Addresses made for one message: VERP and bounce tags, long hexadecimal ids. */
const madeForOneMessage = /=|[0-9a-f]{16}|^.{65}/;

export function localPartOf(address: string): string {
	const at = address.lastIndexOf('@');
	return at < 0 ? address : address.slice(0, at);
}

/** Lower case; '' without one. */
export function domainOf(address: string): string {
	const at = address.lastIndexOf('@');
	return at < 0 ? '' : address.slice(at + 1).toLowerCase();
}

/** `sales`, `support.emea`, `kunden-service`. */
export function isRole(address: string): boolean {
	const words = wordsOf(localPartOf(address));
	return words.some((word) => roleWords.has(word)) || roleWords.has(words.join(''));
}

export function isRobotAddress(address: string): boolean {
	const local = folded(localPartOf(address));
	return (
		robotPattern.test(local) || madeForOneMessage.test(local) || wordsOf(local).some((word) => robotWords.has(word))
	);
}

/** "Luisa Alves", "Alves, Luisa", or luisa.alves@: at least two words of letters, none of them a role. */
export function looksLikePerson(address: string, name: string): boolean {
	const words = name.trim() === '' ? folded(localPartOf(address)).split(/[._-]+/) : wordsOf(name);
	return (
		words.length >= 2 && words.length <= 4 && words.every((word) => /^\p{L}+$/u.test(word)) && !words.some(isRoleWord)
	);
}

/** `luisa.alves` gives "Luisa Alves". */
export function nameFromAddress(address: string): string {
	return localPartOf(address)
		.split(/[._-]+/)
		.filter(Boolean)
		.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
		.join(' ');
}

/** Lower case, without diacritics. */
export function folded(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function isRoleWord(word: string): boolean {
	return roleWords.has(word);
}

function wordsOf(text: string): string[] {
	return folded(text)
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean);
}
