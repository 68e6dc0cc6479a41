import type { Refund } from './refund';

/** The refunds that WeChat remembers. Both numbers are unique. */
export class RefundBook {
	private readonly byRefundId = new Map<string, Refund>();
	private readonly byOutRefundNo = new Map<string, Refund>();

	add(refund: Refund): void {
		if (this.byOutRefundNo.has(refund.out_refund_no)) {
			throw new Error(`out_refund_no ${refund.out_refund_no} is already taken`);
		}
		this.byRefundId.set(refund.refund_id, refund);
		this.byOutRefundNo.set(refund.out_refund_no, refund);
	}

	withRefundId(id: string): Refund | undefined {
		return this.byRefundId.get(id);
	}

	withOutRefundNo(number: string): Refund | undefined {
		return this.byOutRefundNo.get(number);
	}

	ofTransaction(id: string): Refund[] {
		return this.all().filter((refund) => refund.transaction_id === id);
	}

	/** Sum of what was refunded of a payment or is under way, smallest unit; closed refunds gave it back. */
	refundedOf(transactionId: string): number {
		return this.ofTransaction(transactionId)
			.filter(({ status }) => status !== 'CLOSED')
			.reduce((sum, { amount }) => sum + amount.refund, 0);
	}

	all(): Refund[] {
		return [...this.byRefundId.values()];
	}
}
