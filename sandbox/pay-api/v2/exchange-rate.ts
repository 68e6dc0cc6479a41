import { yuanPerUnit } from '../../payments/rates';
import { type ApiV2, V2Error } from './api';

/** Reference rate of a day: yuan for one unit, times 10^8. The path is spelled as WeChat spells it. */
export const exchangeRate: ApiV2 = {
	path: '/pay/queryexchagerate',
	handle: ({ fee_type = '', date = '', sub_mch_id = '' }, { appid, mchid }) => {
		const rate = yuanPerUnit(fee_type);
		if (rate === undefined) throw new V2Error('fee_type错误');
		if (!/^\d{8}$/.test(date)) throw new V2Error('date格式错误');
		return {
			appid,
			mch_id: mchid,
			...(sub_mch_id === '' ? {} : { sub_mch_id }),
			fee_type,
			rate_time: date,
			rate: String(rate),
		};
	},
};
