import { xmlRpcTransport } from '../../../../../lib/odoo/transport/xmlrpc';
import { loopback, type Received } from './loopback';

let server: Awaited<ReturnType<typeof loopback>>;
afterEach(async () => await server.close());

const value = (xml: string) =>
	`<?xml version="1.0"?><methodResponse><params><param><value>${xml}</value></param></params></methodResponse>`;
const fault = (code: number, text: string) =>
	`<?xml version="1.0"?><methodResponse><fault><value><struct><member><name>faultCode</name><value><int>${code}</int></value></member><member><name>faultString</name><value><string>${text}</string></value></member></struct></value></fault></methodResponse>`;
const isLogin = ({ path }: Received) => path === '/xmlrpc/2/common';

/** Answers logins with user 5 and calls, one after the other, with the given XML. */
async function odoo(...answers: string[]) {
	server = await loopback((request) => ({
		body: isLogin(request) ? value('<int>5</int>') : (answers.shift() ?? ''),
	}));
	const { url } = server;
	return xmlRpcTransport({ url, database: 'shop', login: 'x', secret: 'pw', timeoutMs: 2_000 });
}
const logins = () => server.received.filter(isLogin).length;

it('logs in once, and sends ids first and everything else by name', async () => {
	const transport = await odoo(value('<boolean>1</boolean>'), value('<string>红</string>'));
	const args = { ids: [1], params: { fields: ['name'] }, context: { lang: 'zh_CN' } };
	expect(await transport.call('sale.order', 'read', args)).toBe(true);
	expect(await transport.call('sale.order', 'name_get')).toBe('红');
	expect(logins()).toBe(1);
	const [, read] = server.received;
	const text = read?.body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
	expect(text).toBe(' execute_kw shop 5 pw sale.order read 1 fields name context lang zh_CN ');
});

it('gives the values of create by position, as Odoo 14 wants them', async () => {
	const transport = await odoo(value('<int>9</int>'));
	const params = { vals_list: [{ name: 'Tee' }] };
	expect(await transport.call('product.product', 'create', { params })).toBe(9);
	expect(server.received[1]?.body).not.toContain('vals_list');
});

it('gives the values of write by position: modules of Odoo 14 call them otherwise', async () => {
	const transport = await odoo(value('<boolean>1</boolean>'));
	await transport.call('sale.order', 'write', { ids: [7], params: { vals: { origin: 'PO 7' } } });
	const text = server.received[1]?.body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
	expect(text).toBe(' execute_kw shop 5 pw sale.order write 7 origin PO 7 ');
});

it('reads "cannot marshal None" as success without a value: the work is committed', async () => {
	const traceback =
		'Traceback (most recent call last):\n  File "x"\nTypeError: cannot marshal None unless allow_none is enabled';
	const transport = await odoo(fault(1, traceback));
	expect(await transport.call('stock.quant', 'action_apply_inventory', { ids: [1] })).toBeNull();
});

it('logs in again once when the login has become stale', async () => {
	const transport = await odoo(fault(3, 'Access Denied'), value('<int>1</int>'));
	expect(await transport.call('a', 'b')).toBe(1);
	expect(logins()).toBe(2);
});

it('does not log in for ever', async () => {
	const transport = await odoo(fault(3, 'Access Denied'), fault(3, 'Access Denied'));
	await expect(transport.call('a', 'b')).rejects.toMatchObject({ code: 'ODOO_LOGIN_REFUSED' });
	expect(logins()).toBe(2);
});

it('names a refused login, and forgets it: the key may be given back', async () => {
	let allowed = false;
	server = await loopback((request) => ({
		body: isLogin(request) && !allowed ? value('<boolean>0</boolean>') : value('<int>5</int>'),
	}));
	const { url } = server;
	const address = { url, database: 'shop', login: 'x', secret: 'pw', timeoutMs: 2_000 };
	const transport = xmlRpcTransport(address);
	await expect(transport.call('a', 'b')).rejects.toMatchObject({ code: 'ODOO_LOGIN_REFUSED' });
	allowed = true;
	expect(await transport.userId()).toBe(5);
});

it.each(['<html>not XML-RPC</html>', '', 'plain'])(
	'names an answer that is none: %p',
	async (body) => {
		const transport = await odoo(body);
		await expect(transport.call('a', 'b')).rejects.toMatchObject({ code: 'ODOO_NOT_FOUND' });
	},
);
