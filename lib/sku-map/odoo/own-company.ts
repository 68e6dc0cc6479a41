import type { OdooClient } from '../../odoo/client';
import { idOf } from '../../odoo/records';

/** The company that the user of the connection works for: its sale orders are that company's. */
export async function ownCompany(odoo: OdooClient): Promise<number | undefined> {
	return await odoo.remember('company of the user', async () => {
		const ids = [await odoo.userId()];
		const rows = await odoo.call('res.users', 'read', { ids, params: { fields: ['company_id'] } });
		const [row] = Array.isArray(rows) ? (rows as Array<{ company_id?: unknown }>) : [];
		return idOf(row?.company_id);
	});
}
