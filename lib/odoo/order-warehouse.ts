import type { OdooClient } from './client';
import { idOf, ownCompanyId, searchRead, type Domain } from './records';

/**
 * Database id of the warehouse that Odoo gives to new orders of the connection's user: that in the
 * preferences of the user, else the first one of the company.
 *
 * @param companyId absent: the company of the user
 */
export const orderWarehouse = async (
	odoo: OdooClient,
	companyId?: number,
): Promise<number | undefined> =>
	await odoo.remember(`warehouse of orders ${companyId ?? ''}`, async () => {
		const own = await ownCompanyId(odoo);
		const company = companyId ?? own;
		const field = 'property_warehouse_id';
		if (company === own && (await odoo.fields('res.users')).has(field)) {
			const ofUser: Domain = [['id', '=', await odoo.userId()]];
			const [user] = await searchRead(odoo, 'res.users', ofUser, [field]);
			const preferred = idOf(user?.[field]);
			if (preferred !== undefined) return preferred;
		}
		const ofCompany: Domain = company === undefined ? [] : [['company_id', '=', company]];
		const [first] = await searchRead(odoo, 'stock.warehouse', ofCompany, ['id'], { limit: 1 });
		return first?.id;
	});
