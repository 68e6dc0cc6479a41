import {
	escapeHtml,
	maskPhones,
	plainHtml,
	safeCode,
	safeLine,
	safeText,
} from '../../../../lib/core/outside-text';

const HALF_AN_EMOJI = '👕'.substring(0, 1);

it('replaces what databases and XML cannot hold, and keeps line breaks, emoji and every script', () => {
	expect(safeText(`a\u0000b${HALF_AN_EMOJI}c\ufffe\t红👕\r\nहिन्दी`)).toBe(
		'a\ufffdb\ufffdc\ufffd\t红👕\r\nहिन्दी',
	);
	expect(safeText('one\u2028two\u2029three\u0085four')).toBe('one\ntwo\nthree\nfour');
});

it('puts a name or an address on one line, whatever breaks lines', () => {
	expect(safeLine(' 1 Road\r\n\u2028Flat\t2\u0000\u0085 ')).toBe('1 Road Flat 2\ufffd');
});

it('never makes another code of a damaged one', () => {
	const damaged = ['TEE\u0000', `TEE${HALF_AN_EMOJI}`, 'TEE\n', 'TEE\u2028', 'T\u0000EE'].map(
		(code) => safeCode(code),
	);
	expect(new Set([...damaged, 'TEE']).size).toBe(3);
	expect(damaged).not.toContain('TEE');
});

it('cuts to a length before anything else, without half an emoji at the end', () => {
	expect(safeLine('👕'.repeat(400), 10)).toBe('👕👕👕👕\ufffd…');
	expect(safeCode('x'.repeat(1_000_000))).toHaveLength(500);
});

it.each([
	['+86 138 0000 5678', '****5678'],
	['Call 138-0000-5678 or 020 0000 1234.', 'Call ****5678 or ****1234.'],
	['１３８００００５６７８', '****５６７８'],
	['Room 1203, 510000', 'Room 1203, 510000'],
])('masks the phone numbers of %s', (text, masked) => {
	expect(maskPhones(text)).toBe(masked);
});

it('reads back the text of escaped paragraphs', () => {
	const texts = [`"A" & 'b' <c>`, 'second'];
	const html = texts.map((text) => `<p>${escapeHtml(text)}</p>`).join('');
	expect(plainHtml(html)).toBe(`${texts.join('\n')}\n`);
	expect(plainHtml('one<br/>&quot;two&quot;&nbsp;&#x33;')).toBe('one\n"two" 3');
});
