import { money, toDecimal } from '../../core/money';
import { isPriced, wantedLines, wantedTotal } from '../model/order-lines';
import type { OrderState } from '../sale-order/order-state';
import { paymentCurrency, type PaidOrder, type RecordOptions } from '../model/paid-order';

/** The sum of an order's lines in fen, without taxes on top; undefined where Odoo's prices are taken. */
export function linesTotal(order: PaidOrder, options: RecordOptions): number | undefined {
	const lines = wantedLines(order, options);
	if (!isPriced(lines)) return undefined;
	return lines.reduce((sum, line) => sum + line.quantity * (line.unit_price_fen ?? 0), 0);
}

/**
 * An order as it is expected to stand in Odoo once it is written: with the prices of its lines and no
 * tax on top, or, where Odoo's own prices are taken, with what was paid.
 *
 * @param id 0 for one that is not there
 */
export function unwrittenOrder(order: PaidOrder, options: RecordOptions, id = 0): OrderState {
	const currency = paymentCurrency(order);
	const total = linesTotal(order, options) ?? wantedTotal(order, options);
	return {
		id,
		name: '',
		state: 'draft',
		currency,
		amountTotal: toDecimal(money(total, currency)),
		amountTax: '0',
		hasActivity: false,
		companyId: options.companyId,
		warehouseId: options.warehouseId,
		lines: wantedLines(order, options).map((line) => ({
			id: 0,
			productId: line.product_id,
			quantity: line.quantity,
			moves: true,
		})),
	};
}
