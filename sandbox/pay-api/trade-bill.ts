import { billDay } from '../bills/bill-day';
import { tradeBill } from '../bills/trade-bill';
import { TRADE_COLUMNS, type TradeBillType } from '../bills/trade-columns';
import type { Api } from './api';
import { billAnswer, billDate } from './bill-request';
import { paramError } from './wechat-error';

/** Where the trade bill of a day can be downloaded. */
export const getTradeBill: Api = {
	method: 'GET',
	path: '/v3/bill/tradebill',
	handle: (request, wechat) => {
		const day = billDate(request.query.get('bill_date'), 'bill_date', wechat);
		const type = billType(request.query.get('bill_type') ?? 'ALL');
		const text = tradeBill(billDay(wechat, day), type, (payment) =>
			wechat.payments.descriptionOf(payment),
		);
		return billAnswer(text, request, wechat);
	},
};

function billType(text: string): TradeBillType {
	if (Object.hasOwn(TRADE_COLUMNS, text)) return text as TradeBillType;
	throw paramError('bill_type', text, 'bill_type is ALL, SUCCESS or REFUND');
}
