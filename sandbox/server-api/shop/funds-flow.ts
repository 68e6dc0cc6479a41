/** One movement of the shop's money. Fen, never negative: `flow_type` says whether it comes (1) or goes (2). */
export interface FundsFlow {
	flow_id: string;
	/** 1 payment, 3 refund, 10 influencer's commission, 11 technical service fee. */
	funds_type: number;
	funds_type_desc: string;
	flow_type: 1 | 2;
	amount: number;
	balance: number;
	remark: string;
	related_info_list: { related_type: number; order_id: string; aftersale_id?: string }[];
	atMs: number;
}

const NAMES: Record<number, string> = {
	1: '订单支付',
	3: '退款',
	10: '达人佣金',
	11: '技术服务费',
};

/** The flow that follows those there are. @param signed fen, negative for money that goes */
export function nextFlow(
	flows: readonly FundsFlow[],
	funds_type: number,
	signed: number,
	related: { order_id: string; aftersale_id?: string },
	atMs: number,
): FundsFlow {
	return {
		flow_id: `1000005774122${String(flows.length + 1).padStart(6, '0')}`,
		funds_type,
		funds_type_desc: NAMES[funds_type] ?? '',
		flow_type: signed < 0 ? 2 : 1,
		amount: Math.abs(signed),
		balance: (flows.at(-1)?.balance ?? 0) + signed,
		remark: '',
		related_info_list: [{ related_type: related.aftersale_id ? 2 : 1, ...related }],
		atMs,
	};
}
