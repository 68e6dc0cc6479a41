import { batches } from '../../core/collections';
import type { OdooClient } from '../../odoo/client';
import { searchRead, type Domain, type OdooRow } from '../../odoo/records';

/** Transactions per search. */
const AT_ONCE = 500;

/**
 * Reads the sale orders that have one of these WeChat transaction ids as customer reference, archived
 * ones included, ordered by id. Some may have been entered or copied by a person.
 *
 * @param only additional domain
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
