import { IntegrationError } from '../../core/errors';
import { asObject, type JsonObject } from '../../core/json';
import { isPaid } from '../../core/payment-terms';
import { isUnpaid } from './classify';
import type { LinesFrom, Payment } from './items';
import { orderDetails, readTotals } from './payment';
import {
	checkOwner,
	checkSubMerchant,
	exchangeRate,
	orderNumbers,
	text,
	texts,
	unreadable,
	type Expected,
} from './resource';

/**
 * The payments of a combined order, one for each paid sub-order, each under its own merchant, with the
 * numbers of the whole order. A sub-order that cannot be read, or that another sub-merchant owns, is reported
 * with the others.
 *
 * @throws IntegrationError `WECHAT_…_MISMATCH`, or `WECHAT_TRANSACTION_UNREADABLE` if no sub-order can be read
 */
export function readCombined(
	resource: JsonObject,
	expected: Expected,
	from: LinesFrom,
): { payments: Payment[]; problems: IntegrationError[] } {
	checkOwner(resource, expected);
	const { openid } = asObject(resource['combine_payer_info']) ?? {};
	const combined = texts(resource, 'combine_mchid', 'combine_appid', 'combine_out_trade_no');
	const { combine_appid: appid } = combined;
	const payments: Payment[] = [];
	const problems: IntegrationError[] = [];
	for (const order of paidSubOrders(resource)) {
		try {
			if (order['trade_state'] !== undefined && !isPaid(order['trade_state'])) {
				throw unreadable('sub_orders.trade_state');
			}
			checkSubMerchant(order, expected.subMchid);
			const mchid = text(order['mchid'] ?? expected.mchid, 'sub_orders.mchid');
			const whole = { mchid, ...(appid === undefined ? {} : { appid }), ...combined };
			payments.push({ ...whole, ...readSubOrder(order, from, openid) });
		} catch (error) {
			if (!(error instanceof IntegrationError)) throw error;
			problems.push(error);
		}
	}
	const [problem] = problems;
	if (problem && payments.length === 0) throw problem;
	return { payments, problems };
}

function readSubOrder(order: JsonObject, from: LinesFrom, openid: unknown) {
	const amount = asObject(order['amount']) ?? {};
	const rate = amount['settlement_rate'];
	return {
		...texts(order, 'sub_mchid', 'sub_appid'),
		...orderNumbers(order),
		...orderDetails(order, from, openid, {
			...readTotals(amount, 'total_amount', 'payer_amount', 'sub_orders.amount.'),
			...exchangeRate({ type: 'SETTLEMENT_RATE', rate }),
		}),
	};
}

/** The sub-orders of a combined order that are not known to be unpaid. */
function paidSubOrders(resource: JsonObject): JsonObject[] {
	const orders = resource['sub_orders'];
	return (Array.isArray(orders) ? orders : [])
		.map((order) => asObject(order) ?? {})
		.filter((order) => !isUnpaid(order));
}
