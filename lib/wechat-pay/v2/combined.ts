import { IntegrationError } from '../../core/errors';
import { asObject, tryParse } from '../../core/json';
import type { LinesFrom, Payment } from '../notification/items';
import { checkOwner, unreadable, type Expected } from '../notification/resource';
import { renamed, type V2Fields } from './fields';
import { readV2Payment } from './items';

/** Whether a payment of APIv2 is a combined order: its orders are JSON text inside the XML. */
export const isV2Combined = (fields: V2Fields): boolean => Boolean(fields['sub_order_list']);

/**
 * The payments of a combined order of APIv2, one for each sub-order, each under its own merchant. A sub-order
 * that cannot be read, or that another sub-merchant owns, is reported with the others.
 *
 * @throws IntegrationError `WECHAT_…_MISMATCH`, or `WECHAT_TRANSACTION_UNREADABLE` if no sub-order can be read
 */
export function readV2Combined(
	fields: V2Fields,
	expected: Expected,
	from: LinesFrom,
): { payments: Payment[]; problems: IntegrationError[] } {
	const combined = renamed(fields, {
		combine_mchid: 'combine_mch_id',
		combine_appid: 'combine_appid',
		combine_out_trade_no: 'combine_out_trade_no',
	});
	checkOwner(combined, expected);
	const payments: Payment[] = [];
	const problems: IntegrationError[] = [];
	for (const order of subOrders(fields)) {
		const own = { ...withoutWhole(fields), ...order };
		try {
			// The whole belongs to the credential; its parts may belong to other merchants.
			const merchant = { ...expected, mchid: own['mch_id'] ?? '' };
			payments.push({ ...combined, ...readV2Payment(own, merchant, from) });
		} catch (error) {
			if (!(error instanceof IntegrationError)) throw error;
			problems.push(error);
		}
	}
	const [problem = unreadable('sub_order_list')] = problems;
	if (payments.length === 0) throw problem;
	return { payments, problems };
}

/** What the whole says of each of its parts. */
function withoutWhole({ trade_type = '', bank_type = '', ...fields }: V2Fields): V2Fields {
	return { trade_type, bank_type, openid: fields['combine_openid'] ?? '' };
}

/** JSON has numbers where XML has text. */
function subOrders(fields: V2Fields): V2Fields[] {
	const json = tryParse(fields['sub_order_list'] ?? '');
	const list = asObject(json)?.['order_list'] ?? json;
	return (Array.isArray(list) ? list : []).map((order) =>
		Object.fromEntries(
			Object.entries(asObject(order) ?? {}).flatMap(([name, value]) =>
				typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
			),
		),
	);
}
