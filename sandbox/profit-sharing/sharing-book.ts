/** A receiver of one request. Amounts in fen. */
export interface SharedPart {
	type: string;
	account: string;
	amount: number;
	description: string;
	result: 'PENDING' | 'SUCCESS' | 'CLOSED';
	fail_reason?: string;
}

/** One request to share, or to unfreeze, as WeChat keeps it. */
export interface SharedOrder {
	transaction_id: string;
	out_order_no: string;
	order_id: string;
	state: 'PROCESSING' | 'FINISHED';
	receivers: SharedPart[];
	/** Whether the rest went to the merchant. */
	unfrozen: boolean;
}

export interface ShareReturn {
	out_order_no: string;
	out_return_no: string;
	return_id: string;
	return_mchid: string;
	amount: number;
	result: 'PROCESSING' | 'SUCCESS' | 'FAILED';
}

/** What WeChat remembers of profit sharing. */
export class SharingBook {
	readonly receivers = new Map<string, { type: string; account: string; name: string }>();
	readonly orders: SharedOrder[] = [];
	readonly returns: ShareReturn[] = [];

	of(transaction_id: string): SharedOrder[] {
		return this.orders.filter((order) => order.transaction_id === transaction_id);
	}

	/** What receivers have got of a payment, or are getting. */
	sharedOf(transaction_id: string): number {
		return this.of(transaction_id)
			.flatMap(({ receivers }) => receivers)
			.filter(({ result }) => result !== 'CLOSED')
			.reduce((sum, { amount }) => sum + amount, 0);
	}
}

export const receiverKey = (type: unknown, account: unknown): string =>
	`${String(type)} ${String(account)}`;
