import type { OdooClient } from '../../odoo/client';
import { forecastOrders } from '../record/preview-orders';
import type { PaidOrder, RecordOptions } from '../model/paid-order';
import { holdExpiry } from './hold-reference';
import { holdRefused } from './hold-refused';
import type { HeldOrder } from './hold-stock';
import { latestHold } from './latest-hold';
import { readOrders } from '../sale-order/read-orders';

/**
 * Whether stock would be held for an order, told without writing anything.
 *
 * @param now milliseconds since 1970
 * @throws IntegrationError `ODOO_HOLD_REFUSED`, `ODOO_PRICELIST_…`
 */
export async function forecastHold(
	odoo: OdooClient,
	order: PaidOrder,
	options: RecordOptions,
	now: number,
): Promise<HeldOrder> {
	const standing = await standingHold(odoo, order, now);
	// Under the name of a payment that does not exist: nothing but its lines is looked at.
	const unpaid = standing ? order : { ...order, payment: { ...order.payment, ...NOBODYS } };
	const [outcome] = await forecastOrders(odoo, [unpaid], options);
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

const NOBODYS = { transaction_id: 'none', out_trade_no: 'none' };

async function standingHold(odoo: OdooClient, order: PaidOrder, now: number): Promise<boolean> {
	const latest = await latestHold(odoo, order);
	if (!latest) return false;
	const held = (await readOrders(odoo, [latest.id], false)).orders.get(latest.id);
	const expires = holdExpiry(held?.reference ?? '') ?? Infinity;
	return held !== undefined && held.state !== 'cancel' && expires > now;
}
