import { createPrivateKey, createPublicKey } from 'node:crypto';

import notification from '../../../vectors/notification.json';
import rsa from '../../../vectors/rsa-signature.json';
import { certificateSerial, signText } from '../../../../../lib/wechat-pay/keys/merchant-key';
import { verifySignature, type Headers } from '../../../../../lib/wechat-pay/keys/signature';
import { readVerificationKeys } from '../../../../../lib/wechat-pay/keys/verification-keys';
import { readNotification } from '../../../../../lib/wechat-pay/notification/envelope';
import { otherMerchant } from '../other-merchant';

const body = Buffer.from(notification.body);
const now = Number(notification.timestamp);
const keys = readVerificationKeys(notification.certificate, otherMerchant);
const headers: Headers = {
	'wechatpay-timestamp': notification.timestamp,
	'wechatpay-nonce': notification.nonce,
	'wechatpay-signature': notification.signature,
	'wechatpay-serial': notification.serial,
};

const verify = (changes: Headers) => () =>
	verifySignature({ ...headers, ...changes }, body, keys, now);

describe('the published callback of wechatpay-go', () => {
	it('names a header that a proxy has doubled, and blames no SM2 keys for it', () => {
		const type = 'WECHATPAY2-SHA256-RSA2048';
		for (const changes of [
			{ 'wechatpay-signature-type': `${type}, ${type}` },
			{ 'wechatpay-serial': `${notification.serial}, ${notification.serial}` },
			{ 'wechatpay-nonce': [notification.nonce, notification.nonce] },
		]) {
			const [name = ''] = Object.keys(changes);
			expect(verify(changes)).toThrow(
				expect.objectContaining({
					code: 'WECHAT_SIGNATURE_HEADERS_DOUBLED',
					message: expect.stringMatching(new RegExp(name, 'i')) as string,
				}),
			);
		}
	});

	it('is genuine', () => {
		expect(verify({})).not.toThrow();
		expect(readNotification(body)).toMatchObject({
			id: '3119dfba-e649-5eec-ab1e-3412bc4d2e17',
			event_type: 'PAYSCORE.USER_OPEN_SERVICE',
			resource: { associated_data: 'payscore' },
		});
	});

	it('is genuine with the signature type that it may leave out, and with the serial in small letters', () => {
		expect(verify({ 'wechatpay-signature-type': 'WECHATPAY2-SHA256-RSA2048' })).not.toThrow();
		expect(verify({ 'wechatpay-serial': notification.serial.toLowerCase() })).not.toThrow();
	});

	it('is refused with every missing header named', () => {
		expect(verify({ 'wechatpay-nonce': undefined, 'wechatpay-serial': '' })).toThrow(
			'Without Wechatpay-Nonce, Wechatpay-Serial this cannot be a message of WeChat Pay.',
		);
	});

	it.each([
		['WECHAT_SIGNATURE_TYPE_UNKNOWN', { 'wechatpay-signature-type': 'WECHATPAY2-SM2-WITH-SM3' }],
		['WECHAT_SIGNATURE_TYPE_UNKNOWN', { 'wechatpay-signature-type': '' }],
		['WECHAT_TIMESTAMP_EXPIRED', { 'wechatpay-timestamp': String(now - 301) }],
		['WECHAT_TIMESTAMP_EXPIRED', { 'wechatpay-timestamp': 'yesterday' }],
		['WECHAT_TIMESTAMP_EXPIRED', { 'wechatpay-timestamp': `${now}.0` }],
		['WECHAT_SERIAL_UNKNOWN', { 'wechatpay-serial': 'F5765756002FDD77' }],
		['WECHAT_SIGNATURE_INVALID', { 'wechatpay-timestamp': String(now + 1) }],
		['WECHAT_SIGNATURE_INVALID', { 'wechatpay-nonce': notification.nonce.toLowerCase() }],
		['WECHAT_SIGNATURE_INVALID', { 'wechatpay-signature': 'WECHATPAY/SIGNTEST/not base64' }],
		['WECHAT_SIGNATURE_INVALID', { 'wechatpay-signature': `${notification.signature} ` }],
	])('is refused with %s when changed: %j', (code, changes) => {
		expect(verify(changes)).toThrow(expect.objectContaining({ code }));
	});

	it('does not let an attacker write into the log through the serial', () => {
		expect(verify({ 'wechatpay-serial': 'x\nfake line' })).toThrow('key (unreadable),');
	});
});

describe('the published signature of wechatpay-go', () => {
	const privateKey = createPrivateKey(rsa.privateKey.replaceAll('TESTING KEY', 'PRIVATE KEY'));

	it('is the one that we make', () => {
		expect(signText(rsa.message, privateKey)).toBe(rsa.signature);
	});

	it('belongs to the published certificate and public key', () => {
		expect(certificateSerial(rsa.certificate)).toBe(rsa.certificateSerial);
		const key = createPublicKey(privateKey);
		const text = `PUB_KEY_ID_0116\n${rsa.publicKey}\n${rsa.certificate}`;
		const found = readVerificationKeys(text, otherMerchant);
		expect([...found.keys()]).toEqual(['PUB_KEY_ID_0116', rsa.certificateSerial]);
		for (const one of found.values()) expect(one.equals(key)).toBe(true);
	});
});
