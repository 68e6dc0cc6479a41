import {
	createPrivateKey,
	createPublicKey,
	generateKeyPairSync,
	type KeyObject,
} from 'node:crypto';

import { readVerificationKeys } from '../../../../../lib/wechat-pay/keys/verification-keys';
import type { Credentials } from '../../../../../sandbox/index';
import { sharedCredentials } from '../../../../support/shared-sandbox';

let issued: Credentials;
beforeAll(async () => {
	issued = await sharedCredentials();
});

const read = (pasted: string) =>
	readVerificationKeys(pasted, {
		serial: issued.merchantSerialNo,
		privateKey: createPrivateKey(issued.merchantPrivateKeyPem),
	});

const both = () => {
	const { publicKey, platformCertificate } = issued;
	return `${publicKey.id}\n${publicKey.pem}\n${platformCertificate.pem}`;
};

describe('verification keys', () => {
	it.each([
		['as they are', (text: string) => text],
		['with \\n in letters', (text: string) => text.replace(/\n/g, '\\n')],
		['with spaces for line breaks', (text: string) => text.replace(/\n/g, ' ')],
		['without any line break', (text: string) => text.replace(/\n/g, '')],
	])('are read %s', (_, paste) => {
		const keys = read(paste(both()));
		expect([...keys.keys()]).toEqual([issued.publicKey.id, issued.platformCertificate.id]);
		expect(keys.get(issued.publicKey.id)?.equals(createPublicKey(issued.publicKey.pem))).toBe(true);
	});

	it.each([
		['as RSA PUBLIC KEY', (key: KeyObject) => key.export({ type: 'pkcs1', format: 'pem' })],
		[
			'of the older form under the label of the newer',
			(key: KeyObject) =>
				key.export({ type: 'pkcs1', format: 'pem' }).toString().replaceAll('RSA ', ''),
		],
		[
			'as base64 without BEGIN and END',
			(key: KeyObject) => key.export({ type: 'spki', format: 'der' }).toString('base64'),
		],
		[
			'as base64 of the older form, in lines',
			(key: KeyObject) =>
				key.export({ type: 'pkcs1', format: 'der' }).toString('base64').replace(/.{64}/g, '$&\n'),
		],
	])('of WeChat Pay are read %s', (_, write) => {
		const { id, pem } = issued.publicKey;
		const key = createPublicKey(pem);
		const keys = read(`${id}\n${write(key).toString()}`);
		expect(keys.get(id)?.equals(key)).toBe(true);
	});

	it.each(['\u200b', '\ufeff', '\u202c', '\u00ad'])(
		'name the invisible character %j inside a key ID, which was cut there before',
		(character) => {
			const { id, pem } = issued.publicKey;
			const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
			for (const at of [5, 15, id.length - 1]) {
				const pasted = `${id.slice(0, at)}${character}${id.slice(at)}\n${pem}`;
				expect(() => read(pasted)).toThrow(`U+${code}`);
			}
		},
	);

	it('may stand there twice', () => {
		expect(read(both() + both()).size).toBe(2);
	});

	it('say what is wrong with them', () => {
		const { publicKey, platformCertificate } = issued;
		const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
		const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey;
		const pem = { type: 'spki', format: 'pem' } as const;
		const merchantPublicKey = createPublicKey(issued.merchantPrivateKeyPem).export(pem);
		const damaged = platformCertificate.pem.replace(/^((?:.*\n){3}).*\n/, '$1');
		for (const [pasted, code] of [
			['', 'MISSING'],
			[publicKey.id, 'MISSING'],
			[publicKey.pem, 'WITHOUT_ID'],
			[`${platformCertificate.pem}${publicKey.pem}`, 'WITHOUT_ID'],
			[issued.merchantCertificatePem, 'IS_MERCHANTS'],
			[`PUB_KEY_ID_01\n${merchantPublicKey.toString()}`, 'IS_MERCHANTS'],
			[issued.merchantPrivateKeyPem, 'IS_PRIVATE'],
			[damaged, 'UNREADABLE'],
			[`${publicKey.id}\n${publicKey.pem.replace('MIIB', 'MIIA')}`, 'UNREADABLE'],
			[`PUB_KEY_ID_01\n${ec.export(pem).toString()}`, 'NOT_RSA'],
			[both().replaceAll('CERTIFICATE', 'CERTIFICATE REQUEST'), 'UNKNOWN'],
			[`${both()}${publicKey.id}\n${other.export(pem).toString()}`, 'TWICE'],
		] as const) {
			expect(() => read(pasted)).toThrow(
				expect.objectContaining({
					code: `WECHAT_VERIFICATION_KEY_${code}`,
					message: expect.stringMatching(/^Verification Keys: /) as string,
				}),
			);
		}
	});
});
