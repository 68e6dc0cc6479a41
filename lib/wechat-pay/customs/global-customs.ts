import { asObject, type JsonObject } from '../../core/json';
import { callUntilAnswered } from '../api/call';
import type { SignedCall, WechatPayAnswer } from '../api/client';
import { withQuery } from '../api/endpoints';
import { refusalCode, refusalError } from '../api/refusal';
import { customsRefused, isUndeclared } from './customs-errors';
import type { CustomsCall, CustomsTransport } from './customs-transport';
import type { Declaration, WantedDeclaration } from './declaration';

const ORDERS_PATH = '/v3/global/customs/orders';
const PAGE = 20;
/** WeChat Pay takes 50 parts. */
const MOST = 100;

/** Customs calls of cross-border merchant numbers, by APIv3. */
export const globalCustoms: CustomsTransport = {
	async list(call) {
		const found: Declaration[] = [];
		while (found.length < MOST) {
			const page = await listPage(call, found.length);
			found.push(...page);
			if (page.length < PAGE) break;
		}
		return found;
	},
	add: async (call, wanted) =>
		await write(call, 'POST', ORDERS_PATH, {
			...(wanted.sub_order_no ? { ...wanted, fee_type: 'CNY' } : {}),
		}),
	change: async (call, wanted) => await write(call, 'PATCH', ORDERS_PATH, partFields(wanted)),
	redeclare: async (call, part) =>
		await write(call, 'POST', '/v3/global/customs/redeclare', part ? { sub_order_no: part } : {}),
};

/** Of an order that is not split, WeChat Pay itself takes the amount that was paid less refunds. */
const partFields = (wanted: WantedDeclaration): JsonObject =>
	wanted.sub_order_no ? { ...wanted } : {};

async function listPage(
	{ account, order, office, context }: CustomsCall,
	offset: number,
): Promise<Declaration[]> {
	const target = withQuery(ORDERS_PATH, {
		appid: order.appid,
		mchid: account.mchid,
		order_type: 'transaction_id',
		order_no: order.transaction_id,
		customs: office.customs,
		offset: String(offset),
		limit: String(PAGE),
	});
	const answer = await callUntilAnswered(account, { method: 'GET', target }, context);
	if (answer.status >= 300) {
		if (answer.status === 404 || isUndeclared(wordsOf(answer))) return [];
		throw refused(answer);
	}
	const { data, verify_department, verify_department_trade_id } = answer.body;
	const rows = Array.isArray(data) ? data : [];
	const verified = { verify_department, verify_department_trade_id };
	return rows.map((row) => readDeclaration({ ...verified, ...asObject(row) }));
}

async function write(
	{ account, order, office, context }: CustomsCall,
	method: 'POST' | 'PATCH',
	target: string,
	fields: JsonObject,
): Promise<Declaration> {
	const { appid, out_trade_no, transaction_id } = order;
	const { mchid } = account;
	const body = { appid, mchid, out_trade_no, transaction_id, ...office, ...fields };
	const answer = await send(account, { method, target, body: JSON.stringify(body) }, context);
	return readDeclaration({ ...office, ...fields, ...answer });
}

/** @throws IntegrationError `WECHAT_CUSTOMS_REFUSED`, and those of `callUntilAnswered` */
export async function send(
	account: CustomsCall['account'],
	call: SignedCall,
	context: CustomsCall['context'],
): Promise<JsonObject> {
	const answer = await callUntilAnswered(account, call, context);
	if (answer.status >= 300) throw refused(answer);
	return answer.body;
}

const wordsOf = (answer: WechatPayAnswer): string =>
	[refusalCode(answer), answer.body['message']].filter(Boolean).join(' ');

/** What concerns keys and not customs keeps the advice that all calls have. */
const refused = (answer: WechatPayAnswer) =>
	answer.status === 401 ? refusalError(answer) : customsRefused(wordsOf(answer));

/** @param row in the names of APIv3, with those of the query's list */
export function readDeclaration(row: JsonObject): Declaration {
	const text = (...names: string[]) =>
		names.map((name) => row[name]).find((value) => typeof value === 'string' && value !== '');
	const amount = (name: string) => (Number.isSafeInteger(row[name]) ? row[name] : undefined);
	const fields = {
		sub_order_no: text('sub_order_no'),
		sub_order_id: text('sub_order_id'),
		customs: text('customs') ?? '',
		// The query has another name for it.
		merchant_customs_no: text('mch_customs_no', 'merchant_customs_no'),
		order_fee: amount('order_fee'),
		product_fee: amount('product_fee'),
		transport_fee: amount('transport_fee'),
		state: text('state') ?? '',
		explanation: text('explanation'),
		modify_time: text('modify_time'),
		verify_department: text('verify_department'),
		verify_department_trade_id: text('verify_department_trade_id'),
		certificate_check_result: text('certificate_check_result'),
	};
	const filled = Object.entries(fields).filter(([, value]) => value !== undefined);
	return Object.fromEntries(filled) as unknown as Declaration;
}
