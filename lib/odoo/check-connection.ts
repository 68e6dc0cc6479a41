import { IntegrationError } from '../core/errors';
import type { OdooClient } from './client';
import { searchRead, textOf } from './records';
import { CONTACT_CREATION, INVENTORY_USER, SALES_ALL_DOCUMENTS } from './rights';

/** External ids of the groups behind these rights, the same in Odoo 14 to 19. */
const GROUPS: Array<[group: string, right: string]> = [
	['sales_team.group_sale_salesman_all_leads', SALES_ALL_DOCUMENTS],
	['stock.group_stock_user', INVENTORY_USER],
	['base.group_partner_manager', CONTACT_CREATION],
];

export interface ConnectionReport {
	/** Server version, e.g. `19.0`. */
	version: string;
	protocol: 'json2' | 'xmlrpc';
	/** Name of the user of the connection. */
	user: string;
	/** Missing rights, as Odoo's user form names them. */
	missingRights: string[];
}

/**
 * Reads user and version of a connection, and which required rights the user is missing.
 *
 * @throws IntegrationError if Odoo cannot be reached or rejects the login
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

/** `has_group` is a method of the user record since Odoo 18; before, of the model. */
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
