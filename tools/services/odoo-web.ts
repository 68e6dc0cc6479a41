import type { OdooServer } from './odoo-server';

/** Odoo's delivery slip of a transfer as a page, read as the administrator in a browser would. */
export async function deliverySlip(server: OdooServer, transferId: number): Promise<string> {
	const { url, database, admin } = server;
	const params = { db: database, login: admin.login, password: admin.password };
	const session = await fetch(`${url}/web/session/authenticate`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ jsonrpc: '2.0', method: 'call', params }),
	});
	const cookie = session.headers.getSetCookie().map((one) => one.split(';')[0]);
	const page = await fetch(`${url}/report/html/stock.report_deliveryslip/${transferId}`, {
		headers: { cookie: cookie.join('; ') },
	});
	if (!page.ok) throw new Error(`Odoo answers ${page.status} to the delivery slip`);
	return await page.text();
}
