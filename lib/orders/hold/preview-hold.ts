import type { OdooClient } from '../../odoo/client';
import type { PaidOrder, RecordOptions } from '../model/paid-order';
import { previewOrders } from '../record/preview-orders';
import type { HeldOrder } from './hold';
import { isOpenHold, readHolds } from './find-holds';
import { holdRefused } from './hold-refused';

/**
 * Previews whether stock would be held for an order, without writing anything.
 *
 * @param now milliseconds since 1970
 * @throws IntegrationError `ODOO_HOLD_REFUSED`, `ODOO_PRICELIST_…`
 */
export async function previewHold(
	odoo: OdooClient,
	order: PaidOrder,
	options: RecordOptions,
	now: number,
): Promise<HeldOrder> {
	const [latest] = await readHolds(odoo, [order]);
	const open = latest && isOpenHold(latest, now);
	// Without an open hold, the order is previewed under the name of a payment that does not exist.
	const named = open ? order : { ...order, payment: { ...order.payment, ...NO_PAYMENT } };
	const [outcome] = await previewOrders(odoo, [named], options);
	if (!outcome || 'error' in outcome) throw outcome?.error ?? holdRefused('');
	const { status, sale_order_id, name, lines, reason } = outcome.recorded;
	if (status === 'needs_review') throw holdRefused(reason ?? '');
	return {
		status: status === 'reserved' ? 'held' : 'not_enough',
		sale_order_id,
		name,
		lines,
		dry_run: true,
	};
}

const NO_PAYMENT = { transaction_id: 'none', out_trade_no: 'none' };
