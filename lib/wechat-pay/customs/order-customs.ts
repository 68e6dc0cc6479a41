import type { DeclarableOrder } from './declarable-order';
import type { CustomsOffice, Declaration } from './declaration';

/** What a call has done about a declaration. */
export type CustomsAction = 'declared' | 'changed' | 'redeclared' | 'unchanged';

/** How far an order is at one customs office. Amounts in fen. */
export interface OrderCustoms extends CustomsOffice {
	mchid: string;
	out_trade_no: string;
	transaction_id: string;
	/** The full price. */
	total_fen: number;
	/** The full price less refunds: what is to be declared. */
	left_fen: number;
	/** What all declarations together say. */
	declared_fen: number;
	/**
	 * Of all declarations: `SUCCESS` when customs has every one; else `FAIL` or `EXCEPT` when one is, else
	 * `PROCESSING`. `UNDECLARED` when there is none, `REFUNDED` when nothing is left to declare.
	 */
	state: 'UNDECLARED' | 'PROCESSING' | 'SUCCESS' | 'FAIL' | 'EXCEPT' | 'REFUNDED';
	/** The words of customs where it refused one. */
	explanation?: string;
	declarations: Array<Declaration & { action: CustomsAction }>;
}

/** Sums up the declarations of an order. */
export function orderCustoms(
	mchid: string,
	order: DeclarableOrder,
	office: CustomsOffice,
	declarations: OrderCustoms['declarations'],
): OrderCustoms {
	const { out_trade_no, transaction_id, total_fen, left_fen } = order;
	const refused = declarations.find(({ state }) => state === 'FAIL')?.explanation;
	return {
		mchid,
		out_trade_no,
		transaction_id,
		...office,
		total_fen,
		left_fen,
		declared_fen: declarations.reduce((sum, { order_fee = 0 }) => sum + order_fee, 0),
		state: left_fen <= 0 ? 'REFUNDED' : together(declarations.map(({ state }) => state)),
		...(refused && { explanation: refused }),
		declarations,
	};
}

function together(states: string[]): OrderCustoms['state'] {
	if (states.length === 0) return 'UNDECLARED';
	if (states.every((state) => state === 'SUCCESS')) return 'SUCCESS';
	return (['FAIL', 'EXCEPT'] as const).find((state) => states.includes(state)) ?? 'PROCESSING';
}
