import type { OdooClient } from './client';
import { idOf, searchRead } from './records';

/** Database id of the company of the connection's user, read once. Undefined where the user has none. */
export async function ownCompanyId(odoo: OdooClient): Promise<number | undefined> {
	return await odoo.remember('company of the user', async () => {
		const user = await odoo.userId();
		const [row] = await searchRead(odoo, 'res.users', [['id', '=', user]], ['company_id']);
		return idOf(row?.company_id);
	});
}

/** Database id of the contact of that company, read once; 0 where the user has none. */
export async function ownCompanyContact(odoo: OdooClient): Promise<number> {
	return await odoo.remember('contact of the company', async () => {
		const company = (await ownCompanyId(odoo)) ?? 0;
		const [own] = await searchRead(odoo, 'res.company', [['id', '=', company]], ['partner_id']);
		return idOf(own?.partner_id) ?? 0;
	});
}
