import { sendHttp } from '../../../../lib/core/http';
import { webAddress } from '../../../../lib/core/web-address';

const BAD = [
	'',
	'pay.example.com',
	'pay.example.com/v3',
	'//example.com',
	'ftp://example.com',
	'https://',
	'https:// x',
	'file:///etc/passwd',
	'https://user:s3cret@',
];

it.each(BAD)('refuses "%s" without repeating it', async (text) => {
	const refusal = expect.objectContaining({ code: 'HTTP_ADDRESS_INVALID' });
	expect(() => webAddress(text)).toThrow(refusal);
	const call = sendHttp({ method: 'GET', url: text, timeoutMs: 1_000 });
	await expect(call).rejects.toEqual(refusal);
	await call.catch((error: Error) => expect(error.message).not.toContain('s3cret'));
});

it.each([
	'https://api.mch.weixin.qq.com/v3/refund',
	'http://127.0.0.1:8069',
	'HTTPS://[::1]:8443/x',
])('takes %s', (text) => expect(webAddress(text).href).toBe(new URL(text).href));
