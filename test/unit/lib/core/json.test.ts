import fc from 'fast-check';

import { parseJson } from '../../../../lib/core/json';

describe('parsing JSON', () => {
	it('keeps long ids', () => {
		const text = '{"id":4200001234202611220123456789,"n":[9007199254740993,-1234567890123456]}';
		expect(parseJson(text)).toEqual({
			id: '4200001234202611220123456789',
			n: ['9007199254740993', '-1234567890123456'],
		});
	});

	it('leaves numbers in texts, short numbers and decimals alone', () => {
		const text =
			'{"a":"x 12345678901234567 \\"12345678901234567\\"","b":123456789012345,"c":1.5e3}';
		expect(parseJson(text)).toEqual({
			a: 'x 12345678901234567 "12345678901234567"',
			b: 123456789012345,
			c: 1500,
		});
	});

	it('reads everything else as JSON.parse does', () => {
		const short = fc.jsonValue({ noUnicodeString: false }).map((value) => JSON.stringify(value));
		fc.assert(
			fc.property(short, (text) => {
				fc.pre(!/\d{16}/.test(text));
				expect(parseJson(text)).toEqual(JSON.parse(text));
			}),
		);
	});

	it('refuses what is not JSON', () => {
		for (const text of ['', 'hello', '{"a":}', '12345678901234567x']) {
			expect(() => parseJson(text)).toThrow(SyntaxError);
		}
	});
});
