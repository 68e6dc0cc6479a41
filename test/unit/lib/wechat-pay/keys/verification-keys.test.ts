import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';

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
