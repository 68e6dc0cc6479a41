import { batches } from '../../core/collections';
import type { OdooClient } from '../../odoo/client';
import { ORIGIN } from '../model/paid-order';
import { searchRead, type Domain, type OdooRow } from '../../odoo/records';

/** Transactions in one search. */
const AT_ONCE = 500;

/** Sale orders that this package has written. @param prefix to reach them from other records, e.g. `sale_id.` */
export const recordedOrders = (prefix = ''): Domain => [[`${prefix}origin`, '=like', `${ORIGIN}%`]];

/**
 * The sale orders that carry WeChat transaction ids as their customer reference, archived ones included,
 * by id: a person can have typed or copied one.
 *
 * @param only narrows the search
 */
export async function ordersByTransaction(
	odoo: OdooClient,
	transactionIds: string[],
	fields: string[],
	only: Domain = [],
): Promise<OdooRow[]> {
	const rows: OdooRow[] = [];
	for (const some of batches([...new Set(transactionIds)], AT_ONCE)) {
		const domain: Domain = [['client_order_ref', 'in', some], ...only];
		const options = { archived: true, order: 'id' };
		rows.push(...(await searchRead(odoo, 'sale.order', domain, fields, options)));
	}
	return rows;
}
