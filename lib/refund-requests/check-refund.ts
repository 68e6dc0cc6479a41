import { amountText } from '../core/money';
import type { NotedPayment } from '../orders/record/read-payment-note';
import {
	unexplained,
	type OrderCreditNote,
	type OrderRefunds,
} from '../orders/after-sales/order-refunds';
import type { RequestNote } from '../orders/after-sales/request-note';

/** What is known of an order and of the refund that somebody asks for. Amounts are in the smallest unit. */
export interface RefundFacts {
	payment: Pick<NotedPayment, 'total_fen' | 'currency' | 'merchant_coupon_fen' | 'shop_appid'>;
	/** Total of the sale order. */
	orderFen: number;
	refunds: OrderRefunds;
	/** Absent: a person tagged the order, and wants back what is left. */
	creditNote?: OrderCreditNote;
}

/** What may happen to the refund. */
export type RefundCheck = RefundAmounts &
	(
		| { outcome: 'ready' }
		/** Nothing is to be done. `closedBy`: this refund, which WeChat made already, is what the credit note is for. */
		| { outcome: 'done'; reason: string; closedBy?: string }
		| { outcome: 'review'; reason: string }
	);

interface RefundAmounts {
	fen: number;
	/** Successful refunds of the order. */
	refundedFen: number;
	/** Other refunds of the order that were requested and have not ended. */
	pendingFen: number;
	/** The request as noted before. */
	request?: RequestNote;
}

const SENT = new Set(['PROCESSING', 'WAITING_FOR_FUNDS', 'FAILED']);
const PENDING = new Set([...SENT, 'APPROVAL', 'REQUESTED', 'ABNORMAL']);

/** Decides whether a refund may be paid: paid − refunded − pending has to suffice, and no refund may be the same one. */
export function checkRefund(facts: RefundFacts): RefundCheck {
	const { payment, refunds, creditNote } = facts;
	const request = creditNote ? creditNote.request : refunds.tagged;
	const refundedFen = [...refunds.refunded.values()].reduce((sum, fen) => sum + fen, 0);
	const pendingFen = pendingOf(refunds, creditNote);
	const left = payment.total_fen - refundedFen - pendingFen;
	const fen = request?.fen ?? (creditNote ? toRefund(facts, creditNote.fen) : Math.max(0, left));
	const amounts = { fen, refundedFen, pendingFen, ...(request && { request }) };
	const done = (reason: string, closedBy?: string): RefundCheck => ({
		...{ ...amounts, outcome: 'done', reason },
		...(closedBy && { closedBy }),
	});
	const review = (reason: string): RefundCheck => ({ ...amounts, outcome: 'review', reason });
	const amount = (value: number) => amountText(value, payment.currency);

	if (request?.status === 'SUCCESS') return done('It was refunded.');
	if (request?.status === 'DECLINED') return done('It was declined.');
	if (creditNote?.own || creditNote?.refund_id)
		return done('The credit note was created for a refund that WeChat Pay has made.');
	if (creditNote && creditNote.state !== 'posted') return done('The credit note is not posted.');
	if (request?.status === 'ABNORMAL' || request?.status === 'CLOSED')
		return review(`The refund ended as ${request.status}. ${BY_HAND}`);
	if (request && SENT.has(request.status)) return { ...amounts, outcome: 'ready' };
	if (creditNote && creditNote.currency !== payment.currency)
		return review(
			`The credit note is in ${creditNote.currency}, but ${payment.currency} was paid.`,
		);
	const made = creditNote && unexplained(refunds).find((id) => refunds.refunded.get(id) === fen);
	if (made) return done(`It belongs to refund ${made}, which WeChat Pay has made.`, made);
	const twin = refunds.creditNotes.find(
		(one) => creditNote && one.own && one.state === 'draft' && one.fen === creditNote.fen,
	);
	if (twin)
		return review(
			`WeChat Pay has made a refund of ${amount(fen)} already, and its draft credit note ${twin.id} is not posted. If this credit note is for the same refund, cancel that draft; otherwise post the draft first.`,
		);
	if (fen <= 0) return done('Nothing is left to refund.');
	if (payment.shop_appid) return review(OF_SHOP);
	if (fen > left)
		return review(
			`${amount(fen)} cannot be refunded: ${amount(payment.total_fen)} was paid, ${amount(refundedFen)} was refunded, and ${amount(pendingFen)} is on its way.`,
		);
	return { ...amounts, outcome: 'ready' };
}

const BY_HAND =
	'Finish it at pay.weixin.qq.com → Transaction Center (交易中心) → Refund Query (退款查询).';

/** WeChat Pay knows no payment of a WeChat Shop: the shop refunds its own orders. */
const OF_SHOP =
	'The order is from a WeChat Shop, whose refunds are not made in WeChat Pay. Refund it at store.weixin.qq.com → After-Sales (售后), then cancel this request.';

function pendingOf({ creditNotes, tagged }: OrderRefunds, current?: OrderCreditNote): number {
	const others = creditNotes.flatMap((one) =>
		one.id !== current?.id && one.state !== 'cancel' && one.request ? [one.request] : [],
	);
	const requests = [...others, ...(current && tagged ? [tagged] : [])];
	return requests.reduce((sum, { status, fen }) => sum + (PENDING.has(status) ? fen : 0), 0);
}

/**
 * What WeChat has to refund for a credit note. Where the order has a line for the merchant's coupon, its total is less
 * than the payment's, of which WeChat gives the buyer the same part.
 */
function toRefund({ payment, orderFen }: RefundFacts, creditedFen: number): number {
	const { total_fen: total, merchant_coupon_fen: coupon = 0 } = payment;
	if (coupon <= 0 || orderFen !== total - coupon || orderFen <= 0) return creditedFen;
	return Math.round((creditedFen * total) / orderFen);
}
