import { beijingClock, beijingDay } from '../core/beijing-time';
import { settlementTotal, feeOf } from '../payments/fees';
import type { Payment } from '../payments/payment';
import { majorText } from '../payments/rates';
import type { WeChat } from '../platform/wechat';
import type { Refund } from '../refunds/refund';
import { billText, summaryNumber } from './csv';

const COLUMNS = [
	'记账时间',
	'微信支付业务单号',
	'资金流水单号',
	'业务名称',
	'业务类型',
	'收支类型',
	'收支金额(元)',
	'账户结余(元)',
	'资金变更提交申请人',
	'备注',
	'业务凭证号',
];
const SUMMARY = ['资金流水总笔数', '收入笔数', '收入金额', '支出笔数', '支出金额'];

/** One movement on the merchant's account; out is negative, in fen. */
interface Flow {
	atText: string;
	/** Number of the payment or refund. */
	id: string;
	name: string;
	kind: string;
	fen: number;
	by: string;
	remark: string;
	voucher: string;
}

/**
 * The fund bill of a day's basic account; undefined when nothing moved. The balance counts every day before.
 *
 * @param sub_mchid whose account, of a service provider's merchants; the provider's own without it
 */
export function fundBill(
	{ payments, refunds, feeRates }: WeChat,
	day: string,
	sub_mchid?: string,
): string | undefined {
	const isTheirs = (of: { sub_mchid?: string }) => of.sub_mchid === sub_mchid;
	const rateOf = (payment?: Payment) => feeRates(beijingDay(payment?.success_time ?? day));
	const flows = [
		...payments
			.all()
			.filter(isTheirs)
			.flatMap((payment) => paymentFlows(payment, rateOf(payment))),
		...refunds
			.all()
			.filter((refund) => refund.status !== 'CLOSED' && isTheirs(refund))
			.map((refund) =>
				refundFlow(refund, rateOf(payments.withTransactionId(refund.transaction_id))),
			),
	].sort((a, b) => (a.atText < b.atText ? -1 : a.atText > b.atText ? 1 : 0));
	let balance = 0;
	const rows: string[][] = [];
	const totals = { 收入: { count: 0, fen: 0 }, 支出: { count: 0, fen: 0 } };
	for (const [index, flow] of flows.entries()) {
		balance += flow.fen;
		if (flow.atText.slice(0, 10) !== day) continue;
		const direction = flow.fen < 0 ? '支出' : '收入';
		const fen = Math.abs(flow.fen);
		totals[direction].count += 1;
		totals[direction].fen += fen;
		const flowId = `${flow.id.slice(0, 18)}${String(index).padStart(10, '0')}`;
		const { atText, id, name, kind, by, remark, voucher } = flow;
		const money = [majorText(fen), majorText(balance)];
		rows.push([atText, id, flowId, name, kind, direction, ...money, by, remark, voucher]);
	}
	if (rows.length === 0) return undefined;
	const values = [
		rows.length,
		totals.收入.count,
		totals.收入.fen / 100,
		totals.支出.count,
		totals.支出.fen / 100,
	].map(summaryNumber);
	return billText(COLUMNS, rows, { header: SUMMARY, values });
}

function paymentFlows(payment: Payment, rate: number): Flow[] {
	const total = settlementTotal(payment);
	const flow = {
		atText: beijingClock(payment.success_time),
		id: payment.transaction_id,
		name: '交易',
		by: 'system',
		voucher: payment.out_trade_no,
	};
	const fee = feeOf(total, rate);
	return [
		{
			...flow,
			kind: '交易',
			fen: total,
			remark: `结算总金额${majorText(total)}元;含手续费${majorText(fee)}元`,
		},
		...(fee > 0 ? [{ ...flow, kind: '扣除交易手续费', fen: -fee, remark: '' }] : []),
	];
}

/** The fee comes back with the refund: less leaves the account than the buyer gets. */
function refundFlow({ amount, create_time, refund_id, out_refund_no }: Refund, rate: number): Flow {
	const fee = feeOf(amount.settlement_refund, rate);
	return {
		atText: beijingClock(create_time),
		id: refund_id,
		name: '退款',
		kind: '退款',
		fen: fee - amount.settlement_refund,
		by: 'API',
		remark: `退款总金额${majorText(amount.settlement_refund)}元;含手续费${majorText(fee)}元`,
		voucher: out_refund_no,
	};
}
