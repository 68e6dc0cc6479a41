import { generateKeyPairSync, verify } from 'node:crypto';

import { authorizationHeader, signText } from '../../../../../lib/wechat-pay/keys/authorization';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

it('signs method, target, time, nonce and body, each with a line break behind it', () => {
	const request = {
		...{ method: 'POST', target: '/v3/a?b=%2A', timestamp: 1554208460, nonce: 'N0nce' },
		body: '{"a":"元"}',
	};
	const signer = { mchid: '1900000001', merchantSerial: '0AB1', privateKey };
	const header = authorizationHeader(request, signer);
	const [, signature = ''] = /signature="([^"]+)"/.exec(header) ?? [];
	const text = 'POST\n/v3/a?b=%2A\n1554208460\nN0nce\n{"a":"元"}\n';
	expect(verify('sha256', Buffer.from(text), publicKey, Buffer.from(signature, 'base64'))).toBe(
		true,
	);
	expect(header).toMatch(/^WECHATPAY2-SHA256-RSA2048 mchid="1900000001",nonce_str="N0nce",/);
	expect(header).toContain('timestamp="1554208460",serial_no="0AB1"');
});

it('signs each text differently', () => {
	expect(signText('a', privateKey)).not.toBe(signText('b', privateKey));
});
