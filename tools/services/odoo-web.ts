import type { OdooServer } from './odoo-server';

type Server = Pick<OdooServer, 'url' | 'database' | 'admin'>;

/** Cookies of the administrator's session in a browser, each as `name=value`. */
export async function webSession({ url, database, admin }: Server): Promise<string[]> {
	const params = { db: database, login: admin.login, password: admin.password };
	const session = await fetch(`${url}/web/session/authenticate`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ jsonrpc: '2.0', method: 'call', params }),
	});
	return session.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
}

/** Address of Odoo's delivery slip of a transfer, as a page. */
export const slipUrl = ({ url }: Server, transferId: number): string =>
	`${url}/report/html/stock.report_deliveryslip/${transferId}`;

/** That page, read as the administrator in a browser would. */
export async function deliverySlip(server: Server, transferId: number): Promise<string> {
	const cookie = (await webSession(server)).join('; ');
	const page = await fetch(slipUrl(server, transferId), { headers: { cookie } });
	if (!page.ok) throw new Error(`Odoo answers ${page.status} to the delivery slip`);
	return await page.text();
}
