import { fundBill } from '../bills/fund-bill';
import type { Api } from './api';
import { billAnswer, billDate } from './bill-request';
import { paramError } from './wechat-error';

/** Where the fund bill of a day can be downloaded. Only the basic account sees movements here. */
export const getFundBill: Api = {
	method: 'GET',
	path: '/v3/bill/fundflowbill',
	handle: (request, wechat) => {
		const day = billDate(request.query.get('bill_date'), 'bill_date', wechat);
		const account = request.query.get('account_type') ?? 'BASIC';
		if (!['BASIC', 'OPERATION', 'FEES'].includes(account)) {
			throw paramError('account_type', account, 'account_type is BASIC, OPERATION or FEES');
		}
		return billAnswer(account === 'BASIC' ? fundBill(wechat, day) : undefined, request, wechat);
	},
};
