import { it } from 'vitest';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMail } from '../../mail/readMail';
import { classifyAutoReply, autoReplyClass } from './classify';
const walk = (d: string): string[] =>
	readdirSync(d).flatMap((n) => {
		const p = join(d, n);
		return statSync(p).isDirectory() ? walk(p) : [p];
	});
it('list', () => {
	const out: string[] = [];
	const root = process.env.ROOT ?? '/work/shared/mail';
	for (const p of walk(root).sort()) {
		if (/LICEN|README|\.msg$/.test(p)) continue;
		const r = readMail(readFileSync(p));
		if (!r.ok) {
			out.push([p.slice(root.length + 1), 'REJECT', r.code].join('\t'));
			continue;
		}
		const f = { ...r.facts, sha256: '' };
		const d = classifyAutoReply(f);
		if (autoReplyClass(f) !== d.class) throw new Error(p);
		out.push(
			[
				p.slice(root.length + 1),
				d.class,
				d.evidence.map((e) => `${e.class === d.class ? '' : e.class + ':'}${e.strength[0]}:${e.sign}`).join(' '),
				`${f.from?.name} <${f.from?.address}>`,
				f.subject?.slice(0, 70),
				f.contentType?.slice(0, 40),
				f.autoSubmitted,
				f.inReplyTo[0] ?? ''
			].join('\t')
		);
	}
	writeFileSync('/tmp/ar/out.tsv', out.join('\n'));
});
