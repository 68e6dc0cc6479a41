import fc from 'fast-check';

import { IntegrationError } from '../../../../../lib/core/errors';
import { MAX_XML_BYTES, readFlatXml } from '../../../../../lib/wechat-pay/v2/xml';

const read = (xml: string) => readFlatXml(Buffer.from(xml), 'xml');

describe('flat XML', () => {
	it('is read with text, CDATA, the five references and white space between fields', () => {
		const xml =
			' <xml>\r\n<a><![CDATA[1 & <b>]]></a>\t<b>x &lt;&gt;&amp;&quot;&apos;</b><c></c><d><![CDATA[]]]]><![CDATA[>]]></d>\n</xml>\n';
		expect(read(xml)).toEqual({ a: '1 & <b>', b: `x <>&"'`, c: '', d: ']]>' });
	});

	it('keeps names that mean something to JavaScript as names', () => {
		const fields = read('<xml><__proto__>1</__proto__><constructor>2</constructor></xml>');
		expect(Object.entries(fields)).toEqual([
			['__proto__', '1'],
			['constructor', '2'],
		]);
	});

	const bomb = Array.from({ length: 10 }, (_, n) => {
		return `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`;
	}).join('');

	it.each([
		['an entity bomb', `<!DOCTYPE xml [<!ENTITY e0 "ha">${bomb}]><xml><a>&e10;</a></xml>`],
		[
			'an external entity',
			'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><xml><a>&f;</a></xml>',
		],
		['a parameter entity', '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1/">%p;]><xml></xml>'],
		['a document type', '<!DOCTYPE xml><xml><a>1</a></xml>'],
		['a document type inside', '<xml><!DOCTYPE xml><a>1</a></xml>'],
		['a declaration', '<?xml version="1.0" encoding="UTF-7"?><xml><a>1</a></xml>'],
		['an unknown reference', '<xml><a>&nbsp;</a></xml>'],
		['a numeric reference', '<xml><a>&#60;</a></xml>'],
		['nesting', '<xml><a><b>1</b></a></xml>'],
		['deep nesting', `<xml>${'<a>'.repeat(15_000)}</xml>`],
		['an attribute', '<xml><a b="1">1</a></xml>'],
		['an attribute of the root', '<xml a="1"></xml>'],
		['a comment', '<xml><!-- --><a>1</a></xml>'],
		['a processing instruction', '<xml><?a b?></xml>'],
		['text between fields', '<xml>x<a>1</a></xml>'],
		['something behind it', '<xml><a>1</a></xml><xml></xml>'],
		['another root', '<root><a>1</a></root>'],
		['a field twice', '<xml><a>1</a><a>2</a></xml>'],
		['an end that does not fit', '<xml><a>1</b></xml>'],
		['no end', '<xml><a>1</a>'],
		['CDATA without an end', `<xml><a><![CDATA[${'<![CDATA['.repeat(5000)}`],
		['an endless name', `<xml><${'a'.repeat(60_000)}`],
		['a byte order mark', '\ufeff<xml><a>1</a></xml>'],
		['nothing', ''],
	])('is refused with %s', (_, xml) => {
		expect(() => read(xml)).toThrow(expect.objectContaining({ code: 'WECHAT_XML_REFUSED' }));
	});

	it('is refused in any other character set', () => {
		for (const bytes of [
			Buffer.from('<xml><a>1</a></xml>', 'utf16le'),
			Buffer.from('<xml><a>\xe9</a></xml>', 'latin1'),
			Buffer.concat([
				Buffer.from('<xml><a>'),
				Buffer.from([0xc0, 0xbc]),
				Buffer.from('</a></xml>'),
			]),
		]) {
			expect(() => readFlatXml(bytes, 'xml')).toThrow(
				expect.objectContaining({ code: 'WECHAT_XML_REFUSED' }),
			);
		}
	});

	it('is refused above 64 KB before it is looked at', () => {
		const fitting = (size: number) => `<xml><a>${'x'.repeat(size - 18)}</a></xml>`;
		expect(read(fitting(MAX_XML_BYTES))['a']).toHaveLength(MAX_XML_BYTES - 18);
		expect(() => read(fitting(MAX_XML_BYTES + 1))).toThrow('too large');
	});

	it('gives back every text that was written, and throws nothing else than our error', () => {
		const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/);
		const written = fc
			.string({ unit: 'binary' })
			.filter((text) => Buffer.from(text).toString() === text);
		fc.assert(
			fc.property(fc.dictionary(name, written), (fields) => {
				const cdata = (text: string) => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
				const xml = Object.entries(fields).map(([key, text]) => `<${key}>${cdata(text)}</${key}>`);
				expect(Object.entries(read(`<xml>${xml.join('\n')}</xml>`))).toEqual(
					Object.entries(fields),
				);
			}),
		);
		const token = fc.constantFrom(
			'<',
			'>',
			'xml',
			'/',
			'a',
			'<![CDATA[',
			']]>',
			'&',
			'lt;',
			'!',
			' ',
		);
		fc.assert(
			fc.property(fc.array(token), (tokens) => {
				try {
					read(tokens.join(''));
				} catch (error) {
					expect(error).toBeInstanceOf(IntegrationError);
				}
			}),
			{ numRuns: 1000 },
		);
	});
});
