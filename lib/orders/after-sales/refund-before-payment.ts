import type { OdooClient } from '../../odoo/client';
import type { RecordOptions } from '../model/paid-order';
import { writeOrders } from '../record/write-orders';
import { asPaidOrder, demandPaidSale, type PaidSale } from './find-paid-order';
import type { RefundToRecord } from './refund';

const MARK = 'Its refund arrived before the payment did.';

/** A draft with notes in place of the order, under the payment's own external id: the payment finds it. */
export async function writePlaceholder(
	odoo: OdooClient,
	refund: RefundToRecord,
	{ pricelistId }: Pick<RecordOptions, 'pricelistId'>,
): Promise<PaidSale> {
	const order = asPaidOrder(refund, refund.total_fen, refund.currency);
	const marked = { ...order, payment: { ...order.payment, lines_problem: MARK } };
	const options: RecordOptions = { taxes: 'none', ...(pricelistId && { pricelistId }) };
	for (const written of (await writeOrders(odoo, [marked], options)).values()) {
		if ('error' in written) throw written.error;
	}
	return await demandPaidSale(odoo, refund);
}

/** A draft without products: no payment has been recorded yet, or its SKUs are not known. */
export const isPlaceholder = ({ state }: PaidSale) =>
	state.state === 'draft' && state.lines.length === 0;
