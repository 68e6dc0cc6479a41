import { once } from 'node:events';
import http, { createServer } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';

import { sendHttp } from '../../../../lib/core/http';
import { webAddress, withOutboundPolicy } from '../../../../lib/core/outbound';

const server = createServer((request, response) => response.end(request.headers.host));
let port: number;
beforeAll(async () => {
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	({ port } = server.address() as AddressInfo);
});
afterAll(() => {
	server.closeAllConnections();
	server.close();
});

const get = async (host: string) =>
	await sendHttp({ method: 'GET', url: `http://${host}:${port}/`, timeoutMs: 5000 });
/** Finds every name on the loopback address. */
const lookup: LookupFunction = (_, options, callback) =>
	options.all
		? callback(null, [{ address: '127.0.0.1', family: 4 }])
		: callback(null, '127.0.0.1', 4);
const allowed = { validate: async () => {}, lookup };

it('refuses an address that n8n does not allow, before anything is sent', async () => {
	const validate = async () => await Promise.reject(new Error('127.0.0.1 is a private address'));
	await expect(
		withOutboundPolicy({ validate, lookup }, async () => await get('127.0.0.1')),
	).rejects.toMatchObject({ code: 'HTTP_ADDRESS_NOT_ALLOWED', retryable: false });
});

it('resolves names as n8n does', async () => {
	const { body } = await withOutboundPolicy(allowed, async () => await get('odoo.invalid'));
	expect(body.toString()).toBe(`odoo.invalid:${port}`);
});

it('goes through the proxy where n8n has replaced the global agent', async () => {
	const before = http.globalAgent;
	let connections = 0;
	class ProxyAgent extends http.Agent {
		override createConnection(...args: Parameters<http.Agent['createConnection']>) {
			connections += 1;
			return super.createConnection(...args);
		}
	}
	http.globalAgent = new ProxyAgent();
	try {
		expect((await get('127.0.0.1')).status).toBe(200);
	} finally {
		http.globalAgent = before;
	}
	await get('127.0.0.1');
	expect(connections).toBe(1);
});

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
