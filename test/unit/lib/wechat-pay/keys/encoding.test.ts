import fc from 'fast-check';

import { decodeBase64, findPemBlocks } from '../../../../../lib/wechat-pay/keys/encoding';

describe('decodeBase64', () => {
	it('gives back any bytes', () => {
		fc.assert(
			fc.property(fc.uint8Array(), (bytes) => {
				const text = Buffer.from(bytes).toString('base64');
				expect(decodeBase64(text)).toEqual(Buffer.from(bytes));
			}),
		);
	});

	it('takes a text exactly when encoding its bytes gives it back', () => {
		const alphabet = fc.constantFrom(
			'A',
			'B',
			'w',
			'Q',
			'/',
			'+',
			'-',
			'_',
			'=',
			'!',
			' ',
			'\n',
			'红',
		);
		fc.assert(
			fc.property(fc.string({ unit: alphabet, maxLength: 24 }), (text) => {
				const same = Buffer.from(text, 'base64').toString('base64') === text;
				expect(decodeBase64(text) !== undefined).toBe(same);
			}),
			{ numRuns: 20_000 },
		);
	});
});

describe('PEM blocks', () => {
	it('are found with the text before each', () => {
		const block = (label: string, body: string) =>
			`-----BEGIN ${label}-----\n${body}\n-----END ${label}-----`;
		const [key, certificate] = [block('PUBLIC KEY', 'MIIBIjAN'), block('CERTIFICATE', 'MIID7DCC')];
		const found = findPemBlocks(`first ${key} second ${certificate}`);
		expect(found.map(({ label, before }) => [label, before.trim()])).toEqual([
			['PUBLIC KEY', 'first'],
			['CERTIFICATE', 'second'],
		]);
		expect(found[0]?.pem.trim()).toBe(key);
	});
});
