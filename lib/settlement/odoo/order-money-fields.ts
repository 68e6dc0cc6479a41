/** A field of sale orders. */
export interface MoneyField {
	name: string;
	label: string;
	help: string;
	type: 'float' | 'char';
}

const amount = (leg: string, label: string, help: string): MoneyField[] => [
	{ name: `x_wechat_${leg}`, label, help, type: 'float' },
	{
		name: `x_wechat_${leg}_currency`,
		label: `Currency of ${label}`,
		help: `Currency of ${label}`,
		type: 'char',
	},
];

/** The fields that Record Statement and Record Receipts write on sale orders: sums of the ledger. */
export const ORDER_MONEY_FIELDS: MoneyField[] = [
	{
		name: 'x_wechat_money',
		label: 'WeChat Money',
		help: 'How far the money has come: paid, settled, or received. Empty before the first statement',
		type: 'char',
	},
	...amount('paid', 'WeChat Paid', 'Amount paid by the buyer, less refunds'),
	...amount('settled', 'WeChat Settled', 'Amount settled by WeChat, less refunds and its fee'),
	...amount('received', 'WeChat Received', 'Share of the amount received by the bank'),
];
