export type CustomsState =
	| 'UNDECLARED'
	| 'SUBMITTED'
	| 'PROCESSING'
	| 'SUCCESS'
	| 'FAIL'
	| 'EXCEPT';

/** What the merchant sends, in the names of APIv3. Amounts in fen. */
export interface DeclarationRequest {
	out_trade_no: string;
	transaction_id: string;
	customs: string;
	merchant_customs_no: string;
	/** Makes it a part of a split order. */
	sub_order_no?: string;
	order_fee?: number;
	product_fee?: number;
	transport_fee?: number;
	duty?: number;
}

/** One declaration as WeChat keeps it. A changed one is void, and followed by another. */
export interface CustomsDeclaration extends DeclarationRequest {
	sub_order_id?: string;
	order_fee: number;
	state: CustomsState;
	explanation: string;
	modify_time: string;
	/** Replaced by a later one. */
	void: boolean;
	/** What the check of the buyer's identity said. */
	certificate_check_result: 'UNCHECKED' | 'SAME' | 'DIFFERENT';
}

/** How customs answers. May be changed at any time. */
export interface CustomsRules {
	/** How declarations end: `SUCCESS`. With `PROCESSING` they wait for `settleDeclaration`. */
	outcome: CustomsState;
	/** The words of customs beside it. */
	explanation: string;
	/** Registered offices and numbers; every one unless given. */
	offices?: { customs: string; merchant_customs_no: string }[];
	/** Who pays: the owner of the wallet. */
	payer: { certificate_id: string; certificate_name: string };
}

export const customsRules = (): CustomsRules => ({
	outcome: 'SUCCESS',
	explanation: '',
	payer: { certificate_id: '11010519491231002X', certificate_name: '张三' },
});
