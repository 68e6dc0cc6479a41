import type { Refund } from './refund';

const refundNumber = ({
	out_refund_no,
	sub_mchid = '',
}: {
	out_refund_no: string;
	sub_mchid?: string | undefined;
}): string => `${sub_mchid} ${out_refund_no}`;

/** The refunds that WeChat remembers. Both numbers are unique. */
export class RefundBook {
	private readonly byRefundId = new Map<string, Refund>();
	private readonly byOutRefundNo = new Map<string, Refund>();

	add(refund: Refund): void {
		const number = refundNumber(refund);
		if (this.byOutRefundNo.has(number)) {
			throw new Error(`out_refund_no ${refund.out_refund_no} is already taken`);
		}
		this.byRefundId.set(refund.refund_id, refund);
		this.byOutRefundNo.set(number, refund);
	}

	withRefundId(id: string): Refund | undefined {
		return this.byRefundId.get(id);
	}

	withOutRefundNo(out_refund_no: string, sub_mchid?: string): Refund | undefined {
		return this.byOutRefundNo.get(refundNumber({ out_refund_no, sub_mchid }));
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
