import { readXml, writeXml } from '../core/xml';
import { signFields } from '../keys/v2';
import type { V2SignType } from '../notifications/options';
import { yuanPerUnit } from '../payments/rates';
import type { WeChat } from '../platform/wechat';
import { newApp, type App, type Call, type Middleware } from '../server/app';
import { failCalls } from '../server/inject-faults';
import { payFailure } from './app';
import { V2_CUSTOMS } from './v2-customs';
import { refundsOf } from './v2-refunds';

/** The answer `return_code` FAIL. */
class V2Error extends Error {}

/** APIv2, below `/pay` and `/cgi-bin/mch`: XML in, XML out, both signed with the APIv2 key. Status 200 where it knows the path. */
export function payApiV2(wechat: WeChat, faults: Middleware): App {
	const api = newApp();
	api.onError((error, call) => {
		if (!(error instanceof V2Error)) throw error;
		return refuse(error, call);
	});
	api.use(faults, failCalls(payFailure(refuse)));
	// The path is spelled as WeChat spells it.
	api.post('/queryexchagerate', async (call) => {
		const { fields, signType } = checkedFields(await call.req.text(), wechat);
		const answer = { return_code: 'SUCCESS', return_msg: 'OK', ...exchangeRate(fields, wechat) };
		const sign = signFields(answer, wechat.apiV2Key, signType);
		return xml(call, { ...answer, sign });
	});
	api.post('/refundquery', async (call) => {
		const { fields, signType } = checkedFields(await call.req.text(), wechat);
		const answer = { return_code: 'SUCCESS', ...refundsOf(fields, wechat) };
		return xml(call, { ...answer, sign: signFields(answer, wechat.apiV2Key, signType) });
	});
	for (const [path, handle] of Object.entries(V2_CUSTOMS)) {
		api.post(path, async (call) => {
			const { fields } = checkedFields(await call.req.text(), wechat);
			const answer = { return_code: 'SUCCESS', return_msg: 'OK', ...handle(fields, wechat) };
			return xml(call, { ...answer, sign: signFields(answer, wechat.apiV2Key, 'MD5') });
		});
	}
	api.all('*', (call) => call.body('', 404, { 'Content-Type': 'text/xml; charset=utf-8' }));
	return api;
}

const refuse = ({ message }: Error, call: Call): Response =>
	xml(call, { return_code: 'FAIL', return_msg: message });

const xml = (call: Call, fields: Record<string, string>): Response =>
	call.body(writeXml('xml', fields), 200, { 'Content-Type': 'text/xml; charset=utf-8' });

function checkedFields(
	body: string,
	{ mchid, appid, apiV2Key }: WeChat,
): { fields: Record<string, string>; signType: V2SignType } {
	const fields = readXml(body);
	if (!fields) throw new V2Error('XML格式错误');
	const signType = fields.sign_type === 'HMAC-SHA256' ? 'HMAC-SHA256' : 'MD5';
	if (fields.sign !== signFields(fields, apiV2Key, signType)) throw new V2Error('签名错误');
	if (fields.mch_id !== mchid) throw new V2Error('商户号mch_id不存在');
	if (fields.appid !== appid) throw new V2Error('appid与mch_id不匹配');
	return { fields, signType };
}

/** Reference rate of a day: yuan for one unit, times 10^8. */
function exchangeRate(
	{ fee_type = '', date = '', sub_mch_id = '' }: Record<string, string>,
	{ appid, mchid }: WeChat,
): Record<string, string> {
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
}
