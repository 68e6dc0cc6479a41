import { IntegrationError } from '../../core/errors';
import type { HttpCallContext } from '../../core/http';
import { asObject, type JsonObject } from '../../core/json';
import { money, toDecimal } from '../../core/money';
import type { WechatPayAccount } from '../keys/account';
import { crossBorder, requireSide } from '../keys/region';
import { callWechatPay } from './call';
import { withQuery, type OfMerchant } from './endpoints';

/** Payouts made between two dates of settlement (`yyyy-MM-dd`, Beijing), or what waits for one. */
export type SettlementRequest = OfMerchant &
	({ state: 'SETTLED'; from: string; until: string } | { state: 'UNSETTLE' });

const PAGE = 10;
const MOST_PAGES = 1000;
const AMOUNTS = ['settled', 'unsettle', 'pay', 'refund', 'net', 'fee'] as const;

/**
 * The settlements of a cross-border merchant, all pages. Each is a batch of many orders.
 *
 * @returns WeChat's own fields; beside them `mchid`, `currency` and each amount in its smallest unit and as decimal text
 * @throws IntegrationError `WECHAT_REGION_WRONG`, `WECHAT_SETTLEMENTS_ENDLESS`, `WECHAT_REFUSED`,
 * `WECHAT_RESPONSE_UNPROVED` or `HTTP_…`
 */
export async function fetchSettlements(
	account: WechatPayAccount,
	request: SettlementRequest,
	context: HttpCallContext,
): Promise<JsonObject[]> {
	requireSide(account, 'global');
	const found: JsonObject[] = [];
	for (let page = 0; page < MOST_PAGES; page++) {
		const target = settlementsTarget(account, request, page * PAGE);
		const { data } = await callWechatPay(account, { method: 'GET', target }, context);
		const batches = Array.isArray(data) ? data : [];
		for (const batch of batches) {
			const of = {
				mchid: account.mchid,
				...(request.sub_mchid && { sub_mchid: request.sub_mchid }),
			};
			found.push({ ...of, ...settlementItem(asObject(batch) ?? {}) });
		}
		if (batches.length < PAGE) return found;
	}
	throw endless();
}

function settlementsTarget(
	account: WechatPayAccount,
	request: SettlementRequest,
	offset: number,
): string {
	const compact = (date: string) => date.replaceAll('-', '');
	return withQuery(`${crossBorder(account)}/settle/settlements`, {
		sub_mchid: request.sub_mchid,
		settle_state: request.state,
		settle_start_date: request.state === 'SETTLED' ? compact(request.from) : undefined,
		settle_end_date: request.state === 'SETTLED' ? compact(request.until) : undefined,
		limit: String(PAGE),
		offset: String(offset),
	});
}

function settlementItem(batch: JsonObject): JsonObject {
	const amount = asObject(batch['amount']) ?? {};
	const currency = String(amount['currency'] ?? '');
	const amounts = AMOUNTS.flatMap((name) => {
		const value = amount[name];
		if (typeof value !== 'number' || !Number.isSafeInteger(value)) return [];
		return [
			[`${name}_fen`, value],
			[name, toDecimal(money(value, currency))],
		];
	});
	return { ...batch, currency, ...Object.fromEntries(amounts) };
}

function endless(): IntegrationError {
	return new IntegrationError({
		code: 'WECHAT_SETTLEMENTS_ENDLESS',
		message: `There are more than ${PAGE * MOST_PAGES} settlements.`,
		likelyCause: 'The dates span many years.',
		nextStep: 'Ask for a shorter time.',
	});
}
