import type { JsonObject } from '../core/json';
import { money } from '../core/money';
import { readItem, type ItemKind } from '../core/read-item';
import type { LedgerEntry } from './ledger-entry';

/** A movement of a WeChat Shop's money that belongs to an order. Fen; negative for money that goes. */
export interface ShopFlow {
	/** AppID of the shop. */
	mchid: string;
	transaction_id: string;
	out_trade_no: string;
	flow_id: string;
	type: number;
	name: string;
	fen: number;
	/** What the buyer paid for the order, of a payment. */
	buyer_paid_fen: number;
	/** `yyyy-MM-dd` in Beijing. */
	date: string;
}

const SHOP_FLOW: ItemKind = {
	code: 'NOT_A_SHOP_FLOW',
	name: 'a row of a WeChat Shop bill',
	nextStep: 'Pass on the items of WeChat Shop → Bill: Get with all of their fields.',
};

/** @returns undefined for a row that is no flow, or a flow without an order, such as a withdrawal. @throws IntegrationError `NOT_A_SHOP_FLOW` */
export function readShopFlow(item: JsonObject): ShopFlow | undefined {
	if (item.trade_state !== 'FLOW' || !item.transaction_id) return undefined;
	return readItem(item, SHOP_FLOW, ({ text, optionalText, whole, value }) => ({
		mchid: text('mchid'),
		transaction_id: text('transaction_id'),
		out_trade_no: text('out_trade_no'),
		flow_id: text('flow.id'),
		type: whole('flow.type'),
		name: optionalText('flow.name'),
		fen: whole('flow.fen', -Infinity),
		buyer_paid_fen: Number(value('funds.buyer_paid_fen') ?? 0),
		date: text('flow.time').slice(0, 10),
	}));
}

const PAYMENT = 1;
const REFUND = 3;
/** Commissions and fees of influencers, agencies and the platform (WeChat, funds_type). */
const FEES = new Set([2, 6, 7, 8, 9, 10, 11, 12, 16, 24, 99]);

/** The entries of a flow: what the shop's balance gets or loses, and of payments and refunds what the buyer does. */
export function flowEntries(flow: ShopFlow): LedgerEntry[] {
	const { mchid, transaction_id, flow_id, type, fen, date } = flow;
	const shared = {
		...{ mchid, transaction_id, rate: '', date, document: `flow ${flow_id}` },
		source: `WeChat Shop flow ${flow_id}${flow.name && `: ${flow.name}`}`,
	};
	const key = `${mchid}_${transaction_id}_flow_${flow_id}`;
	const entry = (leg: 'paid' | 'settled' | 'fee', amount: number): LedgerEntry => ({
		...{ ...shared, key: `${key}_${leg}`, leg, amount: money(amount, 'CNY') },
	});
	if (type === PAYMENT) return [entry('paid', flow.buyer_paid_fen), entry('settled', fen)];
	if (type === REFUND) return [entry('paid', fen), entry('settled', fen)];
	return [entry(FEES.has(type) ? 'fee' : 'settled', fen)];
}
