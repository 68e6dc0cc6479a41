import { orderTarget } from '../../../../../lib/wechat-pay/api/endpoints';
import { certificatesTarget } from '../../../../../lib/wechat-pay/api/platform-certificates';
import type { WechatPayCredential } from '../../../../../lib/wechat-pay/keys/account';
import { openAccount } from '../../../../../lib/wechat-pay/keys/open-account';
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
		const line = `serial=${credential.merchantSerial}\n`;
		expect(openAccount({ ...credential, merchantSerial: line }).merchantSerial).toBe(
			merchantSerial,
		);
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
