import { money } from '../../core/money';
import type { OdooClient } from '../../odoo/client';
import { findByExternalIds } from '../../odoo/external-ids';
import { amountOf, searchRead } from '../../odoo/records';
import { asHold, orderExternalId } from '../../orders/model/order-keys';
import type { BillRow } from '../bill-row';
import { agrees } from '../compare-payments';
import type { OdooOrder } from '../day-records';

/**
 * Adds what the line for the merchant's coupons deducts. Only orders whose total differs from their payment are looked
 * at; the line is known by its external id, not by its product or its text.
 */
export async function withCoupons(
	odoo: OdooClient,
	bill: BillRow[],
	orders: OdooOrder[],
): Promise<OdooOrder[]> {
	const payments = new Map(
		bill.filter(({ kind }) => kind === 'payment').map((row) => [row.transaction_id, row]),
	);
	const lineIds = new Map(
		orders.flatMap((order) => {
			const payment = payments.get(order.transaction_id);
			if (!payment || agrees(payment, order)) return [];
			const names = [{ payment }, asHold({ payment })];
			return [[order, names.map((name) => `${orderExternalId(name)}_coupon`)] as const];
		}),
	);
	if (lineIds.size === 0) return orders;
	const found = await findByExternalIds(odoo, [...lineIds.values()].flat());
	const ids = [...found.values()].map(({ id }) => id);
	const lines = await searchRead(odoo, 'sale.order.line', [['id', 'in', ids]], ['price_total']);
	const byId = new Map(lines.map((row) => [row.id, row]));
	return orders.map((order) => {
		const own = (lineIds.get(order) ?? []).flatMap((id) => byId.get(found.get(id)?.id ?? 0) ?? []);
		const { currency } = order.total;
		const deducted = own.reduce(
			(sum, row) => sum - amountOf(row, 'price_total', currency).amount,
			0,
		);
		return deducted === 0 ? order : { ...order, coupon: money(deducted, currency) };
	});
}
