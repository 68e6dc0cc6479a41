import { mayAccess, type Operation } from './access';
import type { OdooClient } from './client';
import { rightsFor } from './rights';
import { searchRead, textOf } from './records';

/** What recording an order does, by the model that stands for the right it needs. */
const NEEDED: Array<[model: string, operation: Operation]> = [
	['sale.order', 'create'],
	['stock.move', 'read'],
	['stock.picking', 'write'],
	['res.partner', 'create'],
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
 * Who is connected, to what, and which rights are missing to record orders.
 *
 * @throws IntegrationError when Odoo cannot be reached or refuses the login
 */
export async function checkConnection(odoo: OdooClient): Promise<ConnectionReport> {
	const id = await odoo.userId();
	const [user] = await searchRead(odoo, 'res.users', [['id', '=', id]], ['name']);
	const rights = await Promise.all(
		NEEDED.map(async ([model, operation]) => ({
			right: rightsFor(model),
			given: await mayAccess(odoo, model, operation),
		})),
	);
	const missing = rights.filter(({ given }) => !given).map(({ right }) => right);
	return {
		version: odoo.version.text,
		protocol: odoo.protocol,
		user: textOf(user?.name),
		missingRights: [...new Set(missing)],
	};
}
