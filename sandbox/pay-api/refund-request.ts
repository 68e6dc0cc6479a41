import { isObject, type JsonObject } from '../core/json';
import { paramError } from './errors';

/** What a merchant asks to be refunded, its shape checked. Amounts in the smallest unit. */
export interface AskedRefund {
	transaction_id: string;
	out_trade_no: string;
	out_refund_no: string;
	refund: number;
	total: number;
	currency: string;
	notify_url?: string;
	funds_account?: string;
}

/** @throws WeChatError 400 `PARAM_ERROR` that names the field */
export function askedRefund(body: JsonObject): AskedRefund {
	const amount = objectField(body, 'amount');
	const [transaction_id = '', out_trade_no = ''] = [
		text(body, 'transaction_id', 32),
		text(body, 'out_trade_no', 32),
	];
	if ((transaction_id === '') === (out_trade_no === '')) {
		throw wrong('transaction_id', transaction_id, 'give one of transaction_id and out_trade_no');
	}
	const out_refund_no = text(body, 'out_refund_no', 64) ?? '';
	if (!/^[0-9A-Za-z_\-|*@]+$/.test(out_refund_no)) {
		throw wrong(
			'out_refund_no',
			out_refund_no,
			'out_refund_no is required, 1 to 64 of 0-9A-Za-z_-|*@',
		);
	}
	text(body, 'reason', 80);
	const notify_url = text(body, 'notify_url', 256);
	const funds_account = text(body, 'funds_account', 32);
	return {
		transaction_id,
		out_trade_no,
		out_refund_no,
		refund: positiveInteger(amount, 'refund'),
		total: positiveInteger(amount, 'total'),
		currency: text(amount, 'currency', 16) ?? '',
		...(notify_url === undefined ? {} : { notify_url }),
		...(funds_account === undefined ? {} : { funds_account }),
	};
}

const wrong = (field: string, value: unknown, issue: string) =>
	paramError(field, typeof value === 'string' ? value : JSON.stringify(value ?? ''), issue, 'body');

function objectField(body: JsonObject, name: string): JsonObject {
	const value = body[name];
	if (!isObject(value)) throw wrong(name, value, `${name} is required`);
	return value;
}

/** WeChat refuses `null`: a field that is not used is left out. */
function text(body: JsonObject, name: string, longest: number): string | undefined {
	const value = body[name];
	if (value === undefined) return undefined;
	if (typeof value !== 'string' || value.length > longest) {
		throw wrong(name, value, `${name} is text of ${longest} characters at most`);
	}
	return value;
}

function positiveInteger(amount: JsonObject, name: string): number {
	const value = amount[name];
	if (typeof value !== 'number' || !Number.isSafeInteger(value) || value <= 0) {
		throw wrong(
			`amount/${name}`,
			value,
			`amount.${name} is a positive integer in the smallest unit`,
		);
	}
	return value;
}
