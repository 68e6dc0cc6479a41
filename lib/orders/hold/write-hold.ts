import { IntegrationError } from '../../core/errors';
import { amountText } from '../../core/money';
import type { OdooClient } from '../../odoo/client';
import { loadRecords } from '../../odoo/load';
import { asSentence } from '../../odoo/odoo-error';
import { holdReference, paymentKey } from '../model/order-keys';
import { isMapped, paymentCurrency, type PaidOrder, type RecordOptions } from '../model/paid-order';
import { orderReferences } from '../record/order-references';
import { productRows, type OrderRows } from '../record/order-rows';
import { clearedTaxField, newOrderContext } from '../sale-order/order-fields';

/**
 * Creates the sale order of a hold as a draft, exactly once.
 *
 * @param order under the name of its hold
 * @param expires milliseconds since 1970
 * @returns the database id of the order
 * @throws IntegrationError `ODOO_HOLD_REFUSED`, `ODOO_PRICELIST_…`, `ODOO_BUYER_REFUSED`, `ODOO_SERIALIZATION`
 */
export async function writeHold(
	odoo: OdooClient,
	order: PaidOrder,
	expires: number,
	options: RecordOptions,
): Promise<number> {
	if (!isMapped(order)) throw holdRefused('Its products are not known: a SKU is not mapped.');
	const key = paymentKey(order);
	const references = (await orderReferences(odoo, [order], options)).get(key);
	if (!references || references.obstacle) throw references?.obstacle ?? holdRefused('');
	const rows = productRows(order, references, options, await clearedTaxField(odoo, options));
	const reference = holdReference(expires);
	const { record } = withColumns(rows, {
		client_order_ref: reference,
		'message_ids/body': note(order, reference),
	});
	const context = newOrderContext(options);
	const { ids, rejected } = await loadRecords(odoo, 'sale.order', rows.fields, [record], context);
	const id = ids.get(key);
	if (id === undefined) throw holdRefused(asSentence(rejected.get(key) ?? ''));
	return id;
}

/** The same rows with other values in some columns of the order. */
function withColumns({ fields, record }: OrderRows, values: Record<string, string>): OrderRows {
	const [own = [], ...lines] = record.rows;
	const changed = own.map((value, index) => values[fields[index] ?? ''] ?? value);
	return { fields, record: { ...record, rows: [changed, ...lines] } };
}

const note = (order: PaidOrder, reference: string): string =>
	`<p>${reference}: not paid yet, do not ship. ${amountText(order.payment.total_fen, paymentCurrency(order))} to be paid.</p>`;

/** @param why as one or more sentences */
export const holdRefused = (why: string) =>
	new IntegrationError({
		code: 'ODOO_HOLD_REFUSED',
		message: `No stock is held for this order. ${why}`,
		likelyCause: 'The order would not match the payment, or Odoo rejected it.',
		nextStep:
			'Correct what the message names: every SKU must be mapped, and the total of the lines and the taxes must be as the buyer will pay them. Then hold the stock again.',
	});
