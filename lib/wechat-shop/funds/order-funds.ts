import type { HttpCallContext } from '../../core/http';
import { money, toDecimal } from '../../core/money';
import { callWechatApi, type OpenApiAccount } from '../../wechat-api/call';

/** What WeChat says that an order brings, in fen (listorderflow). */
export interface OrderFlow {
	order_id?: string;
	/** 1 pending, 2 none needed, 60 done, 100 partly. */
	order_settle_state?: number;
	buyer_paid_amount?: number;
	mch_received_amount?: number;
	expense_amount?: number;
	/** An estimate until it is settled. */
	mch_settle_amount?: number;
	mch_settle_time?: number;
	buyer_refund_amount?: number;
	platform_commission_amount?: number;
	promoter_commission_amount?: number;
}

const ALL = 0;
const SETTLED = 60;

/** The money of one order; undefined where WeChat has none yet. */
export async function getOrderFlow(
	account: OpenApiAccount,
	orderId: string,
	context: HttpCallContext,
): Promise<OrderFlow | undefined> {
	const body = { order_settle_state: ALL, order_id: orderId };
	const path = '/channels/ec/funds/listorderflow';
	const { data_list: list } = await callWechatApi(
		account,
		{ path, body, repeatable: true },
		context,
	);
	const [flow] = Array.isArray(list) ? (list as OrderFlow[]) : [];
	return flow;
}

/** The money of an order as fields of an item. */
export function orderFunds(flow: OrderFlow) {
	const fen = (value: number | undefined) => value ?? 0;
	const settle = fen(flow.mch_settle_amount);
	return {
		settled: flow.order_settle_state === SETTLED,
		buyer_paid_fen: fen(flow.buyer_paid_amount),
		received_fen: fen(flow.mch_received_amount),
		expenses_fen: fen(flow.expense_amount),
		refunded_fen: fen(flow.buyer_refund_amount),
		platform_fee_fen: fen(flow.platform_commission_amount),
		commission_fen: fen(flow.promoter_commission_amount),
		settle_fen: settle,
		settle: toDecimal(money(settle, 'CNY')),
	};
}
