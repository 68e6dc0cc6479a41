import type { Payment } from './payment';
import type { UnpaidOrder } from './unpaid-order';

const DESCRIPTION = '示例商品';

/** The merchants of a service provider number their orders each for itself. */
const shopNumber = ({
	out_trade_no,
	sub_mchid = '',
}: {
	out_trade_no: string;
	sub_mchid?: string | undefined;
}): string => `${sub_mchid} ${out_trade_no}`;

/** The orders that WeChat remembers, paid and unpaid. Both ids are unique for a merchant. */
export class PaymentBook {
	private readonly byTransactionId = new Map<string, Payment>();
	private readonly byOutTradeNo = new Map<string, Payment>();
	private readonly unpaid = new Map<string, UnpaidOrder>();
	private readonly descriptions = new Map<string, string>();

	/** @throws Error when an id is taken, or the order was closed */
	add(payment: Payment, description = DESCRIPTION): void {
		const { out_trade_no, transaction_id } = payment;
		const number = shopNumber(payment);
		if (this.byOutTradeNo.has(number)) {
			throw new Error(`out_trade_no ${out_trade_no} is already paid`);
		}
		if (this.byTransactionId.has(transaction_id)) {
			throw new Error(`transaction_id ${transaction_id} is already taken`);
		}
		if (this.unpaid.get(number)?.trade_state === 'CLOSED') {
			throw new Error(`out_trade_no ${out_trade_no} is closed`);
		}
		this.unpaid.delete(number);
		this.byOutTradeNo.set(number, payment);
		this.byTransactionId.set(transaction_id, payment);
		this.descriptions.set(transaction_id, description);
	}

	/** @throws Error when the number is taken */
	addUnpaid(order: UnpaidOrder): void {
		const number = shopNumber(order);
		if (this.byOutTradeNo.has(number) || this.unpaid.has(number)) {
			throw new Error(`out_trade_no ${order.out_trade_no} is already taken`);
		}
		this.unpaid.set(number, order);
	}

	withTransactionId(id: string): Payment | undefined {
		return this.byTransactionId.get(id);
	}

	withOutTradeNo(out_trade_no: string, sub_mchid?: string): Payment | undefined {
		return this.byOutTradeNo.get(shopNumber({ out_trade_no, sub_mchid }));
	}

	unpaidWithOutTradeNo(out_trade_no: string, sub_mchid?: string): UnpaidOrder | undefined {
		return this.unpaid.get(shopNumber({ out_trade_no, sub_mchid }));
	}

	/** Product name, which appears only in bills. */
	descriptionOf({ transaction_id }: Payment): string {
		return this.descriptions.get(transaction_id) ?? DESCRIPTION;
	}

	all(): Payment[] {
		return [...this.byTransactionId.values()];
	}
}
