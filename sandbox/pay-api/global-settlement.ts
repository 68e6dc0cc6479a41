import { gzipSync } from 'node:zlib';

import { billDay } from '../bills/bill-day';
import { sha1 } from '../bills/bill-files';
import { globalStatement } from '../bills/global-statement';
import { settlements } from '../bills/settlements';
import type { WeChat } from '../platform/wechat';
import type { App, Call } from '../server/app';
import { billDate, noStatement } from './bills';
import { paramError } from './errors';
import { checkMchid } from './request';

const LONGEST_PAGE = 30;

/** Statements, payouts and what waits for one, of global WeChat Pay. */
export function addGlobalSettlement(api: App, wechat: WeChat): void {
	for (const family of ['/v3/global', '/hk/v3']) {
		api.get(`${family}/statements`, (call: Call) => statementOfDay(call, wechat));
		api.get(`${family}/settle/settlements`, (call: Call) => pageOfSettlements(call, wechat));
	}
}

/** The statement of a day, sent at once. Its hash is in a header, and only the hash is signed. */
function statementOfDay(call: Call, wechat: WeChat): Response {
	checkMchid(call.req.query('mchid'), wechat);
	const { payments, settlementCurrency } = wechat;
	const day = billDate(dashedDay(call.req.query('date')), 'date', wechat);
	const text = globalStatement(billDay(wechat, day), {
		settlementCurrency,
		descriptionOf: (payment) => payments.descriptionOf(payment),
	});
	if (text === undefined) throw noStatement();
	const bytes = Buffer.from(text);
	const digest = sha1(bytes);
	const gzip = /\bgzip\b/.test(call.req.header('accept-encoding') ?? '');
	call.set('signedText', JSON.stringify({ sha1: digest }));
	return call.body(gzip ? gzipSync(bytes) : bytes, 200, {
		'Content-Type': 'text/plain',
		'Wechatpay-Statement-Sha1': digest,
		...(gzip ? { 'Content-Encoding': 'gzip' } : {}),
	});
}

/** `yyyyMMdd`, other than the domestic bills. */
function dashedDay(text: string | undefined): string {
	const [, year, month, date] = /^(\d{4})(\d\d)(\d\d)$/.exec(text ?? '') ?? [];
	if (year === undefined) throw paramError('date', text, 'date is yyyyMMdd');
	return `${year}-${month}-${date}`;
}

function pageOfSettlements(call: Call, wechat: WeChat): Response {
	const state = call.req.query('settle_state');
	if (state !== 'SETTLED' && state !== 'UNSETTLE') {
		throw paramError('settle_state', state, 'settle_state is SETTLED or UNSETTLE');
	}
	const [from, until] =
		state === 'SETTLED' ? [settleDate(call, 'start'), settleDate(call, 'end')] : ['', '9'];
	const offset = integer(call, 'offset', 0);
	const limit = integer(call, 'limit', 10);
	if (limit > LONGEST_PAGE) throw paramError('limit', String(limit), 'limit is 30 at most');
	const all = settlements(wechat, state).filter(
		({ settlement_date }) => from <= settlement_date && settlement_date <= until,
	);
	const data = all.slice(offset, offset + limit);
	const counted = offset === 0 || data.length === 0;
	return call.json({ data, offset, limit, ...(counted ? { total_count: all.length } : {}) });
}

/** Of settlement, not of trade. */
function settleDate(call: Call, end: 'start' | 'end'): string {
	const field = `settle_${end}_date`;
	const text = call.req.query(field);
	if (text !== undefined && /^\d{8}$/.test(text)) return text;
	throw paramError(field, text, `${field} is yyyyMMdd, and required for SETTLED`);
}

function integer(call: Call, field: string, byDefault: number): number {
	const text = call.req.query(field);
	if (text !== undefined && !/^\d{1,9}$/.test(text))
		throw paramError(field, text, `${field} is no integer`);
	return text === undefined ? byDefault : Number(text);
}
