import { IntegrationError } from '../core/errors';
import type { OdooClient } from './client';
import { searchRead, textOf } from './records';
import { CONTACT_CREATION, INVENTORY_USER, SALES_ALL_DOCUMENTS } from './rights';

/** External ids of the groups behind the entries of Odoo's user form, the same from 14 to 19. */
const GROUPS: Array<[group: string, right: string]> = [
	['sales_team.group_sale_salesman_all_leads', SALES_ALL_DOCUMENTS],
	['stock.group_stock_user', INVENTORY_USER],
	['base.group_partner_manager', CONTACT_CREATION],
];

export interface ConnectionReport {
	/** The server's version as it writes it, e.g. `19.0`. */
	version: string;
	protocol: 'json2' | 'xmlrpc';
	/** Name of the user of the connection. */
	user: string;
	/** Rights to give, in the words of Odoo's user form. */
	missingRights: string[];
}

/**
 * Who is connected, to what, and which of the integration's rights are missing.
 *
 * @throws IntegrationError when Odoo cannot be reached or refuses the login
 */
export async function checkConnection(odoo: OdooClient): Promise<ConnectionReport> {
	const id = await odoo.userId();
	const [user] = await searchRead(odoo, 'res.users', [['id', '=', id]], ['name']);
	const given = await Promise.all(GROUPS.map(async ([group]) => await isInGroup(odoo, id, group)));
	return {
		version: odoo.version.text,
		protocol: odoo.protocol,
		user: textOf(user?.name),
		missingRights: GROUPS.filter((_, index) => !given[index]).map(([, right]) => right),
	};
}

/** `has_group` became a method of the user record; before, it was one of the model. */
async function isInGroup(odoo: OdooClient, userId: number, group: string): Promise<boolean> {
	const params = { group_ext_id: group };
	const answer = await odoo
		.call('res.users', 'has_group', { ids: [userId], params })
		.catch(async (error: unknown) => {
			const older = error instanceof IntegrationError && error.code === 'ODOO_SERVER_FAULT';
			if (older) return await odoo.call('res.users', 'has_group', { params });
			return await Promise.reject(error);
		});
	return answer === true;
}
