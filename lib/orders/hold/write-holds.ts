import { IntegrationError } from '../../core/errors';
import { amountText } from '../../core/money';
import type { OdooClient } from '../../odoo/client';
import { asSentence } from '../../odoo/odoo-error';
import { holdReference, paymentKey } from '../model/order-keys';
import { isMapped, paymentCurrency, type PaidOrder, type RecordOptions } from '../model/paid-order';
import { loadOrders, type OrderToLoad } from '../record/load-orders';
import { orderReferences } from '../record/order-references';
import { productRows, type OrderRows } from '../record/order-rows';
import { clearedTaxField, newOrderContext } from '../sale-order/order-fields';
import type { NamedHold } from './find-holds';
import { holdRefused } from './hold-refused';

/**
 * Creates the sale orders of holds as drafts, each exactly once.
 *
 * @returns for each hold the database id of its order, or why there is none: `ODOO_HOLD_REFUSED`,
 *   `ODOO_PRICELIST_…`, `ODOO_BUYER_REFUSED`
 * @throws IntegrationError `ODOO_SERIALIZATION`
 */
export async function writeHolds(
	odoo: OdooClient,
	holds: NamedHold[],
	options: RecordOptions,
): Promise<Array<number | IntegrationError>> {
	const mapped = holds.filter(({ order }) => isMapped(order));
	if (mapped.length === 0) return holds.map(unmapped);
	const orders = mapped.map(({ order }) => order);
	const references = await orderReferences(odoo, orders, options);
	const taxField = await clearedTaxField(odoo, options);
	const toLoad = mapped.flatMap(({ order, expires }): OrderToLoad[] => {
		const found = references.get(paymentKey(order));
		if (!found || found.obstacle) return [];
		const reference = holdReference(expires);
		const rows = withColumns(productRows(order, found, options, taxField), {
			client_order_ref: reference,
			'message_ids/body': note(order, reference),
		});
		return [{ order, rows }];
	});
	const loaded = await loadOrders(odoo, newOrderContext(options), toLoad);
	return holds.map((hold) => {
		if (!isMapped(hold.order)) return unmapped();
		const key = paymentKey(hold.order);
		const one = loaded.get(key) ?? references.get(key)?.obstacle ?? '';
		if (one instanceof IntegrationError) return one;
		return typeof one === 'string' ? holdRefused(asSentence(one)) : one.id;
	});
}

const unmapped = () => holdRefused('Its products are not known: a SKU is not mapped.');

/** The same rows with other values in some columns of the order. */
function withColumns({ fields, record }: OrderRows, values: Record<string, string>): OrderRows {
	const [own = [], ...lines] = record.rows;
	const changed = own.map((value, index) => values[fields[index] ?? ''] ?? value);
	return { fields, record: { ...record, rows: [changed, ...lines] } };
}

const note = (order: PaidOrder, reference: string): string =>
	`<p>${reference}: not paid yet, do not ship. ${amountText(order.payment.total_fen, paymentCurrency(order))} to be paid.</p>`;
