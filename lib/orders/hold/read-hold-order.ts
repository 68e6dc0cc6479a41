import { IntegrationError } from '../../core/errors';
import type { PaidOrder } from '../model/paid-order';
import { readPaidOrder } from '../record/read-paid-order';

/**
 * Reads an order that is not paid yet out of an item: what the shop's backend knows when it asks
 * WeChat Pay for the payment, and the `mapping` of SKU Map.
 *
 * @throws IntegrationError `NOT_AN_ORDER` naming what is missing or wrong
 */
export function readHoldOrder(item: Record<string, unknown>): PaidOrder {
	try {
		return readPaidOrder({ ...item, transaction_id: 'none', trade_state: undefined });
	} catch (error) {
		if (!(error instanceof IntegrationError)) throw error;
		const [, fields = 'its fields'] = /look at (.*)\.$/.exec(error.message) ?? [];
		throw new IntegrationError({
			code: 'NOT_AN_ORDER',
			message: `No stock can be held for this item: look at ${fields}.`,
			likelyCause: 'The item lacks what the payment will carry, or in another form.',
			nextStep:
				'Give it mchid and out_trade_no as text, total_fen in whole fen, lines, and the mapping of SKU Map.',
		});
	}
}
