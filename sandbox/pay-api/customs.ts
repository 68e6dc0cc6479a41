import { change, declare, redeclare } from '../customs/declare';
import type { CustomsDeclaration, DeclarationRequest } from '../customs/declaration';
import { checkIdentity } from '../customs/identity';
import { CustomsRefusal } from '../customs/refusal';
import type { JsonObject } from '../core/json';
import { openPkcs1 } from '../keys/open-field';
import { keyWithId } from '../keys/platform-signature';
import type { WeChat } from '../platform/wechat';
import type { App, Call } from '../server/app';
import { answered, checkAppid, pageOfDeclarations } from './customs-answers';
import { paramError, WeChatError } from './errors';
import { checkMchid, jsonBody } from './request';

const FOLDER = '/v3/global/customs';

/** Customs declarations of global WeChat Pay. */
export function addCustoms(api: App, wechat: WeChat): void {
	api.post(`${FOLDER}/orders`, async (call) => {
		const body = await checkedBody(call, wechat);
		if (body.sub_order_no && body.fee_type !== 'CNY') {
			throw new WeChatError(400, 'INVALID_REQUEST', '交易币种与结算币种不一致');
		}
		return call.json(
			answered(
				refusing(() => declare(asked(body), wechat)),
				wechat,
			),
		);
	});
	api.patch(`${FOLDER}/orders`, async (call) => {
		const body = await checkedBody(call, wechat);
		const changed = refusing(() => change(asked(body), wechat));
		return call.json({ ...answered(changed, wechat), modify_time: changed.modify_time });
	});
	api.get(`${FOLDER}/orders`, (call) => call.json(pageOfDeclarations(call, wechat)));
	api.post(`${FOLDER}/redeclare`, async (call) => {
		const body = await checkedBody(call, wechat);
		const { modify_time, explanation, ...one } = refusing(() =>
			redeclare(found(body, wechat), wechat),
		);
		return call.json({ ...answered(one, wechat), modify_time, explanation });
	});
	api.post(`${FOLDER}/verify-certificate`, async (call) => {
		const body = await checkedBody(call, wechat);
		if (body.certificate_type !== 'IDCARD') {
			throw paramError('certificate_type', '', 'certificate_type is IDCARD', 'body');
		}
		const open = (name: string) => opened(body[name], call, wechat);
		const buyer = {
			certificate_id: open('certificate_id'),
			certificate_name: open('certificate_name'),
		};
		const one = checkIdentity(found(body, wechat), buyer, wechat.customsRules);
		const { certificate_check_result } = one;
		return call.json({ ...answered(one, wechat), state: undefined, certificate_check_result });
	});
}

/** A refusal in the form of APIv3. */
function refusing<T>(act: () => T): T {
	try {
		return act();
	} catch (error) {
		if (!(error instanceof CustomsRefusal)) throw error;
		throw new WeChatError(400, error.code, error.message);
	}
}

async function checkedBody(call: Call, wechat: WeChat): Promise<JsonObject> {
	const body = await jsonBody(call);
	checkMchid(body.mchid, wechat, 'body');
	checkAppid(body.appid, wechat, 'body');
	return body;
}

function asked(body: JsonObject): DeclarationRequest {
	const text = (name: string) => String(body[name] ?? '');
	const amount = (name: string) => {
		const value = body[name];
		if (value === undefined) return {};
		if (Number.isSafeInteger(value)) return { [name]: Number(value) };
		throw paramError(name, '', `${name} is a whole number of fen`, 'body');
	};
	return {
		out_trade_no: text('out_trade_no'),
		transaction_id: text('transaction_id'),
		customs: text('customs'),
		merchant_customs_no: text('merchant_customs_no'),
		...(body.sub_order_no ? { sub_order_no: text('sub_order_no') } : {}),
		...amount('order_fee'),
		...amount('product_fee'),
		...amount('transport_fee'),
		...amount('duty'),
	};
}

/** The living declaration that a body names. */
function found(body: JsonObject, wechat: WeChat): CustomsDeclaration {
	const { sub_order_no, ...numbers } = asked(body);
	const one = wechat.customs.living(numbers).find((living) => living.sub_order_no === sub_order_no);
	if (one) return one;
	throw new WeChatError(400, 'INVALID_REQUEST', '查询指定记录不存在');
}

function opened(value: unknown, call: Call, wechat: WeChat): string {
	const key = keyWithId(wechat, call.req.header('wechatpay-serial') ?? '');
	if (!key) throw new WeChatError(400, 'PARAM_ERROR', 'Wechatpay-Serial不正确');
	try {
		return openPkcs1(key.privateKey, String(value));
	} catch {
		throw new WeChatError(400, 'PARAM_ERROR', '敏感信息解密失败');
	}
}
