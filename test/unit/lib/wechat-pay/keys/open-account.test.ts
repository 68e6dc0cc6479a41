import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';

import { orderTarget } from '../../../../../lib/wechat-pay/api/endpoints';
import { certificatesTarget } from '../../../../../lib/wechat-pay/api/platform-certificates';
import type { WechatPayCredential } from '../../../../../lib/wechat-pay/keys/account';
import { openAccount, readVerificationKeys } from '../../../../../lib/wechat-pay/keys/open-account';
import type { Credentials } from '../../../../../sandbox/index';
import { sharedCredentials } from '../../../../support/shared-sandbox';

const MCHID = '1900000001';
let issued: Credentials;
let credential: WechatPayCredential;
let pkcs12: string;

beforeAll(async () => {
	issued = await sharedCredentials();
	pkcs12 = issued.merchantPkcs12Base64;
	credential = {
		mchid: MCHID,
		merchantSerial: issued.merchantSerialNo,
		privateKey: issued.merchantPrivateKeyPem,
		passphrase: '',
		apiV3Key: 'k'.repeat(32),
		verificationKeys: issued.platformCertificate.pem,
		region: 'mainland',
		baseUrl: '',
	};
});

describe('a merchant account', () => {
	it('opens a PKCS#12 file with the merchant id unless a passphrase is given', () => {
		expect(openAccount({ ...credential, privateKey: pkcs12 }).privateKey.type).toBe('private');
		expect(() => openAccount({ ...credential, privateKey: pkcs12, passphrase: 'other' })).toThrow(
			/passphrase/,
		);
	});

	it('takes the serial as tools print it', () => {
		const printed = credential.merchantSerial.toLowerCase().replace(/(..)(?!$)/g, '$1:');
		const { merchantSerial } = openAccount({ ...credential, merchantSerial: ` ${printed} ` });
		expect(merchantSerial).toBe(credential.merchantSerial);
	});

	it.each([
		['Merchant ID', { mchid: 'wx0123456789abcdef' }],
		['Merchant Certificate Serial', { merchantSerial: 'PUB_KEY_ID_01' }],
		['Private Key', { privateKey: '' }],
		['APIv3 Key', { apiV3Key: 'short' }],
		['Verification Keys', { verificationKeys: '' }],
		['Base URL', { region: 'custom' as const, baseUrl: 'example' }],
	])('names %s when it is wrong', (field, change) => {
		expect(() => openAccount({ ...credential, ...change })).toThrow(new RegExp(`^${field}: `));
	});

	it('compares the serial with that of the certificate in the PKCS#12 file', () => {
		const other = { ...credential, privateKey: pkcs12, merchantSerial: 'A'.repeat(40) };
		expect(() => openAccount(other)).toThrow(
			/^Merchant Certificate Serial: It is not the serial of/,
		);
	});

	it('knows the addresses of its region', () => {
		const of = (change: Partial<WechatPayCredential>) => openAccount({ ...credential, ...change });
		expect(of({}).baseUrl).toBe('https://api.mch.weixin.qq.com');
		expect(of({ region: 'global' }).baseUrl).toBe('https://apihk.mch.weixin.qq.com');
		expect(of({ region: 'custom', baseUrl: 'http://127.0.0.1:1/' }).baseUrl).toBe(
			'http://127.0.0.1:1',
		);
		expect(orderTarget(of({}), { out_trade_no: 'A|B*1' })).toBe(
			'/v3/pay/transactions/out-trade-no/A%7CB%2A1?mchid=1900000001',
		);
		expect(orderTarget(of({ region: 'global' }), { transaction_id: '42' })).toBe(
			'/v3/global/transactions/id/42?mchid=1900000001',
		);
		expect(certificatesTarget(of({ region: 'global' }))).toBe('/v3/global/certificates');
		const hongKong = of({ region: 'hk' });
		expect(hongKong.baseUrl).toBe('https://api.mch.weixin.qq.com');
		expect(certificatesTarget(hongKong)).toBe('/hk/v3/certificates');
		const sub_mchid = '1900000109';
		expect(orderTarget(hongKong, { transaction_id: '42', sub_mchid })).toBe(
			'/hk/v3/transactions/id/42?sp_mchid=1900000001&sub_mchid=1900000109',
		);
		expect(orderTarget(of({}), { transaction_id: '42', sub_mchid })).toBe(
			'/v3/pay/partner/transactions/id/42?sp_mchid=1900000001&sub_mchid=1900000109',
		);
	});
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
