import type { HttpAnswerOut, HttpRequestIn } from '../../server/http';
import { answerWithFaults, payFailure } from '../../server/fault-answer';
import type { V2SignType } from '../../notifications/options';
import { signFields } from '../../keys/v2-signature';
import { readXml, writeXml } from '../../core/xml';
import type { WeChat } from '../../platform/wechat';
import { type ApiV2, V2Error } from './api';
import { exchangeRate } from './exchange-rate';

const APIS: ApiV2[] = [exchangeRate];

/** What APIv2 answers: always status 200 where it knows the path, the rest is in the XML. */
export function answerV2(request: HttpRequestIn, wechat: WeChat): HttpAnswerOut {
	const refuse = ({ message }: Error): HttpAnswerOut =>
		xml(200, writeXml('xml', { return_code: 'FAIL', return_msg: message }));
	return answerWithFaults(request, wechat, {
		fail: (fault) => payFailure(fault, refuse),
		answer: () => {
			try {
				return handle(request, wechat);
			} catch (error) {
				if (!(error instanceof V2Error)) throw error;
				return refuse(error);
			}
		},
	});
}

const xml = (status: number, body: string): HttpAnswerOut => ({
	status,
	headers: { 'Content-Type': 'text/xml; charset=utf-8' },
	body,
});

function handle({ method, target, body }: HttpRequestIn, wechat: WeChat): HttpAnswerOut {
	const api = APIS.find(({ path }) => method === 'POST' && path === target);
	if (!api) return xml(404, '');
	const { fields, signType } = checkedFields(body, wechat);
	const answer = { return_code: 'SUCCESS', return_msg: 'OK', ...api.handle(fields, wechat) };
	const sign = signFields(answer, wechat.apiV2Key, signType);
	return xml(200, writeXml('xml', { ...answer, sign }));
}

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
