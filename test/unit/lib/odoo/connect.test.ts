import { connectOdoo, serverUrl, versionFrom } from '../../../../lib/odoo/connect';
import { loopback, type Reply } from './transport/loopback';

it.each([
	['https://shop.odoo.com', 'https://shop.odoo.com'],
	[' https://shop.odoo.com/odoo/sales?debug=1#x ', 'https://shop.odoo.com'],
	['shop.odoo.com/', 'https://shop.odoo.com'],
	['http://127.0.0.1:8069/web', 'http://127.0.0.1:8069'],
])('reads the server from %p', (typed, url) => {
	expect(serverUrl(typed)).toBe(url);
});

it.each(['', 'http://', 'a b'])('refuses %p as an address', (typed) => {
	expect(() => serverUrl(typed)).toThrow(expect.objectContaining({ code: 'ODOO_URL_INVALID' }));
});

it.each([
	[[19, 0, 0, 'final', 0, ''], '19.0', 19],
	[['saas~18', 2, 0, 'final', 0, ''], 'saas~18.2', 18],
	[[14, 0, 0, 'final', 0, ''], undefined, 14],
])('reads version %p', (info, text, major) => {
	expect(versionFrom(info, text)?.major).toBe(major);
});

it('knows no version in another answer', () => {
	expect(versionFrom(undefined, undefined)).toBeUndefined();
	expect(versionFrom({}, 'x')).toBeUndefined();
});

let server: Awaited<ReturnType<typeof loopback>>;
afterEach(async () => await server?.close());

const XML = (value: string) =>
	`<?xml version="1.0"?><methodResponse><params><param><value>${value}</value></param></params></methodResponse>`;
const VERSION_14 = XML(
	'<struct><member><name>server_version</name><value><string>14.0</string></value></member><member><name>server_version_info</name><value><array><data><value><int>14</int></value></data></array></value></member></struct>',
);
const denied: Reply = {
	status: 401,
	body: JSON.stringify({ name: 'werkzeug.exceptions.Unauthorized', message: 'Invalid apikey' }),
};

/** Odoo 19 (which takes only `key`) or 14 (which has neither `/web/version` nor JSON-2). */
async function odoo(major: number, hasXmlRpc = true) {
	server = await loopback(({ path, headers }) => {
		if (path === '/xmlrpc/2/common') {
			return hasXmlRpc ? { body: VERSION_14 } : { status: 404, body: 'Not Found' };
		}
		if (major < 19) return { status: 404, body: 'Not Found' };
		if (path === '/web/version') return { body: '{"version_info":[19,0],"version":"19.0"}' };
		return headers.authorization === 'bearer key' ? { body: '{"uid":5}' } : denied;
	});
	return async (secret: string, protocol: 'auto' | 'json2' | 'xmlrpc' = 'auto', now = 0) =>
		await connectOdoo(
			{ url: server.url, database: 'shop', login: 'x', secret, protocol, timeoutMs: 2_000 },
			now,
		);
}

it('chooses JSON-2 for Odoo 19 with an API key', async () => {
	const client = await (await odoo(19))('key');
	expect([client.protocol, client.version]).toEqual(['json2', { major: 19, text: '19.0' }]);
});

it('chooses XML-RPC for a password, and for an older Odoo', async () => {
	expect((await (await odoo(19))('password')).protocol).toBe('xmlrpc');
	await server.close();
	const client = await (await odoo(14))('key');
	expect([client.protocol, client.version]).toEqual(['xmlrpc', { major: 14, text: '14.0' }]);
});

it('names the refused key, not the missing protocol, where XML-RPC is switched off', async () => {
	const connect = await odoo(19, false);
	expect((await connect('key')).protocol).toBe('json2');
	await expect(connect('ended key')).rejects.toMatchObject({ code: 'ODOO_LOGIN_REFUSED' });
});

it('connects once for all callers of ten minutes', async () => {
	const connect = await odoo(19);
	const [first, second] = await Promise.all([connect('key'), connect('key')]);
	expect(second).toBe(first);
	const asked = server.received.length;
	expect(await connect('key', 'auto', 599_999)).toBe(first);
	expect(server.received).toHaveLength(asked);
	expect(await connect('key', 'auto', 600_000)).not.toBe(first);
});

it('decides again after a refused login', async () => {
	const connect = await odoo(19);
	const first = await connect('wrong', 'json2');
	await expect(first.call('res.users', 'context_get')).rejects.toMatchObject({
		code: 'ODOO_LOGIN_REFUSED',
	});
	expect(await connect('wrong', 'json2')).not.toBe(first);
});

it('reads the fields of a model once', async () => {
	const client = await (await odoo(19))('key', 'json2');
	const before = server.received.length;
	expect([...(await client.fields('sale.order'))]).toEqual(['uid']);
	await client.fields('sale.order');
	expect(server.received).toHaveLength(before + 1);
});
