/** What a field of sale orders shows people. */
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
		help: `What ${label} is in`,
		type: 'char',
	},
];

/** What Record Statement and Record Receipts keep on sale orders: sums of the ledger, never typed in. */
export const ORDER_MONEY_FIELDS: MoneyField[] = [
	{
		name: 'x_wechat_money',
		label: 'WeChat Money',
		help: 'How far the money has come: paid, settled, or received. Empty before the first statement',
		type: 'char',
	},
	...amount('paid', 'WeChat Paid', 'What left the wallet of the buyer, less refunds'),
	...amount('settled', 'WeChat Settled', 'What WeChat settled for it, less refunds and its fee'),
	...amount('received', 'WeChat Received', 'Its share of what came in at the bank'),
];
