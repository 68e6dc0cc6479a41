import type { OdooClient } from '../../odoo/client';
import { findByExternalId } from '../../odoo/external-ids';
import { asHold, orderExternalId, type PaymentName } from '../../orders/model/order-keys';
import { ordersByTransaction } from '../../orders/sale-order/orders-by-transaction';
import { idOf, searchRead, textOf, type OdooRow } from '../../odoo/records';
import { groupBy } from '../../core/collections';

/** A sale order, as far as its money is concerned. */
export interface Sale {
	id: number;
	/** E.g. `S00042`. */
	name: string;
	companyId?: number | undefined;
}

const FIELDS = ['name', 'client_order_ref', 'company_id'];

/**
 * The sale orders of transactions, by transaction id; those without one are absent. One search finds most by their
 * customer reference; where that names none or several orders, the external id decides, which nobody changes.
 */
export async function findSales(
	odoo: OdooClient,
	named: PaymentName[],
): Promise<Map<string, Sale>> {
	const wanted = new Map(named.map((one) => [one.transaction_id, one]));
	const rows = await ordersByTransaction(odoo, [...wanted.keys()], FIELDS);
	const byReference = groupBy(rows, (row) => textOf(row.client_order_ref));
	const found = new Map<string, Sale>();
	for (const [transaction, one] of wanted) {
		const hits = byReference.get(transaction) ?? [];
		const row = hits.length === 1 ? hits[0] : ((await byExternalId(odoo, one)) ?? hits[0]);
		if (row) found.set(transaction, saleOf(row));
	}
	return found;
}

async function byExternalId(odoo: OdooClient, named: PaymentName): Promise<OdooRow | undefined> {
	const order = { payment: named };
	const own =
		(await findByExternalId(odoo, orderExternalId(order))) ??
		(await findByExternalId(odoo, orderExternalId(asHold(order))));
	if (own?.model !== 'sale.order') return undefined;
	const options = { archived: true };
	const [row] = await searchRead(odoo, 'sale.order', [['id', '=', own.id]], FIELDS, options);
	return row;
}

const saleOf = (row: OdooRow): Sale => ({
	id: row.id,
	name: textOf(row.name),
	companyId: idOf(row.company_id),
});
