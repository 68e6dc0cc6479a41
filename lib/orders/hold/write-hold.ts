import { money, toDecimal } from '../../core/money';
import { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../../odoo/client';
import { loadRecords } from '../../odoo/load';
import { asSentence } from '../../odoo/odoo-error';
import { clearedTaxField } from '../sale-order/line-tax-field';
import { orderReferences } from '../record/order-references';
import { productRows, type OrderRows } from '../record/order-rows';
import {
	isMapped,
	paymentCurrency,
	paymentKey,
	type PaidOrder,
	type RecordOptions,
} from '../model/paid-order';
import { holdRefused } from './hold-refused';
import { holdReference } from './hold-reference';
import { newOrderContext } from '../sale-order/load-context';

/**
 * Creates the sale order of a hold as a draft, exactly once.
 *
 * @param order under the name of its hold
 * @param expires milliseconds since 1970
 * @returns the order's database id
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
	if (!references || references instanceof IntegrationError) throw references ?? holdRefused('');
	const rows = productRows(order, references, options, await clearedTaxField(odoo, options));
	const reference = holdReference(expires);
	const { record } = withColumns(rows, {
		client_order_ref: reference,
		'message_ids/body': note(order, reference),
	});
	const context = newOrderContext(options);
	const { ids, refused } = await loadRecords(odoo, 'sale.order', rows.fields, [record], context);
	const id = ids.get(key);
	if (id === undefined) throw holdRefused(asSentence(refused.get(key) ?? ''));
	return id;
}

/** The same rows, with other values in some of the order's own columns. */
function withColumns({ fields, record }: OrderRows, values: Record<string, string>): OrderRows {
	const [own = [], ...lines] = record.rows;
	const changed = own.map((value, index) => values[fields[index] ?? ''] ?? value);
	return { fields, record: { ...record, rows: [changed, ...lines] } };
}

function note({ payment }: PaidOrder, reference: string): string {
	const currency = paymentCurrency({ payment });
	const total = `${toDecimal(money(payment.total_fen, currency))} ${currency}`;
	return `<p>${reference}: not paid yet, do not ship. ${total} to be paid.</p>`;
}
