import { describe, expect, it } from 'vitest';
import { htmlToText } from './htmlToText';

describe('htmlToText', () => {
	it.each([
		['plain', 'plain'],
		['<p>One</p><p>Two</p>', 'One\n\nTwo'],
		['One<br>Two<BR/>Three', 'One\nTwo\nThree'],
		['<b>bo</b>ld &amp; <i>slanted</i>', 'bold & slanted'],
		['a\n  b\t c', 'a b c'],
		['<style>p { color: red }</style><script>alert("<p>")</script>text', 'text'],
		['<SCRIPT>x</ScRiPt >y', 'y'],
		['<script>never closed', ''],
		['<!-- hidden <p> -->shown', 'shown'],
		['<!-- never closed', ''],
		['<!DOCTYPE html><html><head><title>T</title></head><body>B</body></html>', 'B'],
		['<a href="x>y" title=\'>\'>link</a>', 'link'],
		['<a href="never closed>link', 'link'],
		['1 < 2 and 2 > 1', '1 < 2 and 2 > 1'],
		['<', '<'],
		['<td>a</td><td>b</td>', 'a b'],
		[
			'&lt;b&gt; &eacute;&Eacute; &euro; &nbsp;x &unknown; &#233;&#xE9; &#0; &#x110000; &#xd800;',
			'<b> éÉ € x &unknown; éé � � �'
		],
		['<div><div><div>a</div></div></div><div><p></p></div>b', 'a\n\nb']
	])('turns %j into text', (html, text) => {
		expect(htmlToText(html)).toBe(text);
	});

	it.each(['<', '<a ', '<a "', '<!--', '<script>', '</', '&', '&#', '<a">', ' ', '<p>', '<script', '\n'])(
		'takes linear time on %j repeated',
		(piece) => {
			htmlToText(piece.repeat(2_000_000 / piece.length));
		},
		5_000
	);
});
