import { json2Transport } from '../../../../../lib/odoo/transport/json2';
import { loopback, type Reply } from './loopback';

let server: Awaited<ReturnType<typeof loopback>>;
afterEach(async () => await server.close());

async function odoo(reply: Reply) {
	server = await loopback(() => reply);
	const { url } = server;
	return json2Transport({ url, database: 'shop', login: 'x', secret: 'key-1', timeoutMs: 2_000 });
}

it('posts named arguments, ids and context with the key and the database', async () => {
	const transport = await odoo({ body: '[{"id":1}]' });
	const answer = await transport.call('sale.order', 'read', {
		ids: [1],
		params: { fields: ['name'] },
		context: { lang: 'en_US' },
	});
	expect(answer).toEqual([{ id: 1 }]);
	const [request] = server.received;
	expect(request?.path).toBe('/json/2/sale.order/read');
	expect(request?.headers).toMatchObject({
		authorization: 'bearer key-1',
		'x-odoo-database': 'shop',
		'content-type': 'application/json; charset=utf-8',
	});
	expect(JSON.parse(request?.body ?? '')).toEqual({
		fields: ['name'],
		ids: [1],
		context: { lang: 'en_US' },
	});
});

it('replaces the characters that XML-RPC replaces: PostgreSQL refuses a NUL, UTF-8 half an emoji', async () => {
	const transport = await odoo({ body: '[]' });
	const data = [['wechat.1', `Zhang\u0000 ${'👕'.substring(0, 1)}`]];
	await transport.call('res.partner', 'load', { params: { data } });
	expect(JSON.parse(server.received[0]?.body ?? '')).toEqual({
		data: [['wechat.1', 'Zhang\ufffd \ufffd']],
	});
});

it('reads null as a method that returns nothing', async () => {
	const transport = await odoo({ body: 'null' });
	expect(await transport.call('stock.quant', 'action_apply_inventory', { ids: [1] })).toBeNull();
});

it('asks for its user once', async () => {
	const transport = await odoo({ body: '{"uid": 5}' });
	expect([await transport.userId(), await transport.userId()]).toEqual([5, 5]);
	expect(server.received).toHaveLength(1);
});

const fault = (name: string, debug = 'Traceback: password=hunter2') =>
	JSON.stringify({ name: `odoo.exceptions.${name}`, message: 'No', arguments: ['No'], debug });

it.each([
	['a wrong key', 401, fault('AccessDenied'), 'ODOO_LOGIN_REFUSED'],
	['a missing right', 403, fault('AccessError'), 'ODOO_ACCESS_DENIED'],
	['a rule', 422, fault('UserError'), 'ODOO_VALIDATION'],
	['a fault', 500, fault('KeyError'), 'ODOO_SERVER_FAULT'],
	['no database', 404, '<h1>Not Found</h1> X-Odoo-Database header', 'ODOO_DATABASE_UNKNOWN'],
	['another server', 404, '<h1>nginx</h1>', 'ODOO_NOT_FOUND'],
	['Odoo 18, which leads to its login page', 303, '', 'ODOO_NOT_FOUND'],
	['Odoo 15, which speaks JSON-RPC', 404, '{"jsonrpc":"2.0","error":{}}', 'ODOO_NOT_FOUND'],
	['a page for people', 200, '<html>', 'ODOO_NOT_FOUND'],
	['a broken server', 500, '<h1>Oops</h1>', 'ODOO_UNAVAILABLE'],
	['a busy proxy', 503, '<h1>Busy</h1>', 'ODOO_UNAVAILABLE'],
	['a proxy that gave up', 504, '<h1>Late</h1>', 'ODOO_NO_ANSWER'],
])('names %s (%d)', async (_, status, body, code) => {
	const transport = await odoo({ status, body });
	const failure = transport.call('sale.order', 'load');
	await expect(failure).rejects.toMatchObject({ code });
	const shown = await failure.catch((error: unknown) => JSON.stringify(error) + String(error));
	expect(shown).not.toMatch(/hunter2|key-1/);
});

it.each([401, 403])(
	'takes a key rejected with %d, and accepted before, for something to repeat',
	async (status) => {
		server = await loopback((_, index) =>
			index === 0 ? { body: 'true' } : { status, body: fault('AccessDenied') },
		);
		const { url } = server;
		const address = { url, database: 'shop', login: 'x', secret: 'key-1', timeoutMs: 2_000 };
		const rejected = { code: 'ODOO_LOGIN_REFUSED' };
		await expect(json2Transport(address).call('a', 'b')).resolves.toBe(true);
		const first = json2Transport(address).call('a', 'b');
		await expect(first).rejects.toMatchObject({ ...rejected, retryable: false });
		const transport = json2Transport(address);
		server.received.length = 0;
		await expect(transport.call('a', 'b')).resolves.toBe(true);
		await expect(transport.call('a', 'b')).rejects.toMatchObject({ ...rejected, retryable: true });
	},
);

it('follows no redirect: the key would go along', async () => {
	const transport = await odoo({
		status: 301,
		headers: { location: 'http://127.0.0.1:9/' },
		body: '',
	});
	await expect(transport.call('a', 'b')).rejects.toMatchObject({ code: 'ODOO_ADDRESS_REDIRECTS' });
});
