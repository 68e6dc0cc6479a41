import type { JsonObject } from '../core/json';
import { money } from '../core/money';
import { amountText, type Difference } from './difference';

/** What WeChat Shop says that a settled order brought. */
export interface SettledFunds {
	mchid: string;
	transaction_id: string;
	out_trade_no: string;
	/** Fen, after refunds and fees. */
	settle_fen: number;
	/** `yyyy-MM-dd` in Beijing. */
	settled_on: string;
}

/** An entry of the ledger, as far as it counts here: fen that the shop's balance got or lost. */
export interface FundsEntry {
	transaction_id: string;
	fen: number;
	date: string;
}

/** The orders of a shop's bill that were settled up to its day, each once. @param date `yyyy-MM-dd` */
export function readSettledFunds(items: JsonObject[], date: string): SettledFunds[] {
	const found = new Map<string, SettledFunds>();
	for (const { trade_state, mchid, transaction_id, out_trade_no, funds } of items) {
		const { settled, settle_fen, settled_on } = (funds ?? {}) as Record<string, unknown>;
		if (trade_state !== 'FLOW' || settled !== true) continue;
		if (typeof settled_on !== 'string' || settled_on === '' || settled_on > date) continue;
		if (typeof transaction_id !== 'string' || !Number.isSafeInteger(settle_fen)) continue;
		found.set(transaction_id, {
			...{ mchid: String(mchid), transaction_id, out_trade_no: String(out_trade_no) },
			...{ settle_fen: Number(settle_fen), settled_on },
		});
	}
	return [...found.values()];
}

/** Settled orders whose entries up to that day do not add up to what WeChat settled. */
export function fundsDifferences(settled: SettledFunds[], entries: FundsEntry[]): Difference[] {
	return settled.flatMap((order): Difference[] => {
		const { mchid, transaction_id, out_trade_no, settle_fen, settled_on } = order;
		const fen = entries
			.filter((one) => one.transaction_id === transaction_id && one.date <= settled_on)
			.reduce((sum, one) => sum + one.fen, 0);
		if (fen === settle_fen) return [];
		const amounts = {
			in_wechat: amountText(money(settle_fen, 'CNY')),
			in_odoo: amountText(money(fen, 'CNY')),
		};
		return [{ kind: 'funds_differ', mchid, transaction_id, out_trade_no, ...amounts, ...FUNDS }];
	});
}

const FUNDS = {
	cause:
		'A movement of money is not in the ledger, because its day was not recorded, or WeChat changed it later.',
	next_step:
		'Run WeChat Shop → Bill: Get and Odoo Settlement → Record Shop Funds for the days between the payment and the settlement. If it stays, compare the flows at store.weixin.qq.com → Funds (资金) with the ledger.',
} as const;
