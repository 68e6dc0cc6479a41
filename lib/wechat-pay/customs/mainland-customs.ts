import { readBeijingTime } from '../../core/beijing-time';
import { IntegrationError } from '../../core/errors';
import { API_SECURITY } from '../merchant-platform';
import { callV2 } from '../v2/call';
import { v2Amount, type V2Fields } from '../v2/fields';
import { customsRefused, isUndeclared } from './customs-errors';
import type { CustomsCall, CustomsTransport } from './customs-transport';
import {
	normalIdentity,
	type BuyerIdentity,
	type Declaration,
	type WantedDeclaration,
} from './declaration';
import { readDeclaration } from './global-customs';

const FOLDER = '/cgi-bin/mch';
/** WeChat Pay takes 50 parts. */
const MOST = 100;

/** Customs calls of mainland merchant numbers, which exist in APIv2 alone: XML, MD5, no nonce, no client certificate. */
export const mainlandCustoms: CustomsTransport = {
	async list(call) {
		const path = `${FOLDER}/customs/customdeclarequery`;
		const { transaction_id } = call.order;
		const { customs } = call.office;
		const answer = await send(call, path, { transaction_id, customs });
		if (answer['result_code'] === 'FAIL') {
			if (isUndeclared(wordsOf(answer))) return [];
			throw refused(answer);
		}
		const count = Math.min(v2Amount(answer['count']) ?? 0, MOST);
		return Array.from({ length: count }, (_, index) => {
			const row = Object.entries(answer).flatMap(([name, value]) =>
				name.endsWith(`_${index}`) ? [[name.slice(0, -`_${index}`.length), value]] : [],
			);
			return read({ ...answer, ...(Object.fromEntries(row) as V2Fields) });
		});
	},
	add: async (call, wanted, identity) => await declare(call, 'ADD', wanted, identity),
	change: async (call, wanted, identity) => await declare(call, 'MODIFY', wanted, identity),
	async redeclare(call, part) {
		const { out_trade_no, transaction_id } = call.order;
		const { customs, merchant_customs_no: mch_customs_no } = call.office;
		const order: V2Fields = part ? { sub_order_no: part } : { out_trade_no, transaction_id };
		const fields = { ...order, customs, mch_customs_no };
		const answer = await send(call, `${FOLDER}/newcustoms/customdeclareredeclare`, fields);
		return read({ customs, mch_customs_no, ...done(answer) });
	},
};

async function declare(
	call: CustomsCall,
	action_type: 'ADD' | 'MODIFY',
	{ sub_order_no, ...fees }: WantedDeclaration,
	identity: BuyerIdentity | undefined,
): Promise<Declaration> {
	const { out_trade_no, transaction_id } = call.order;
	const { customs, merchant_customs_no: mch_customs_no } = call.office;
	// Of an order that is not split, WeChat Pay itself takes the amount that was paid less refunds.
	const part = sub_order_no
		? {
				sub_order_no,
				fee_type: 'CNY',
				order_fee: String(fees.order_fee),
				product_fee: String(fees.product_fee),
				transport_fee: String(fees.transport_fee),
			}
		: {};
	const path = `${FOLDER}/customs/customdeclareorder`;
	const fields = { out_trade_no, transaction_id, customs, mch_customs_no, action_type, ...part };
	const answer = done(await send(call, path, { ...fields, ...certificate(identity) }));
	return read({ customs, mch_customs_no, ...part, ...answer });
}

function certificate(identity: BuyerIdentity | undefined): V2Fields {
	if (!identity) return {};
	const { certificate_id, certificate_name } = normalIdentity(identity);
	return { cert_type: 'IDCARD', cert_id: certificate_id, name: certificate_name };
}

async function send(
	{ account, order, context }: CustomsCall,
	path: string,
	asked: V2Fields,
): Promise<V2Fields> {
	const { apiV2Key } = account;
	if (!apiV2Key) throw keyMissing();
	const fields = { appid: order.appid, mch_id: account.mchid, ...asked };
	return await callV2(account, { path, fields, apiV2Key, refused: customsRefused }, context);
}

function done(answer: V2Fields): V2Fields {
	if (answer['result_code'] === 'FAIL') throw refused(answer);
	return answer;
}

const wordsOf = ({ err_code = '', err_code_des = '' }: V2Fields): string =>
	`${err_code} ${err_code_des}`.trim();

const refused = (answer: V2Fields): IntegrationError =>
	customsRefused(wordsOf(answer), /^SYSTEM_?ERROR$/.test(answer['err_code'] ?? ''));

/** In the names, numbers and times of APIv3. */
function read(fields: V2Fields): Declaration {
	const amounts = ['order_fee', 'product_fee', 'transport_fee'].map((name) => [
		name,
		v2Amount(fields[name]),
	]);
	const time = readBeijingTime(fields['modify_time'] ?? '');
	return readDeclaration({
		...fields,
		...Object.fromEntries(amounts),
		modify_time: time ?? fields['modify_time'],
		certificate_check_result: fields['cert_check_result'],
	});
}

const keyMissing = (): IntegrationError =>
	new IntegrationError({
		code: 'WECHAT_API_V2_KEY_MISSING',
		message:
			'Customs declarations of mainland merchants need the APIv2 key, which the credential does not hold.',
		likelyCause: 'Only the APIv3 key was entered.',
		nextStep: `Set the key at ${API_SECURITY} → APIv2 Key (APIv2密钥), and enter it in the credential.`,
	});
