import type { INodeProperties } from 'n8n-workflow';

const FROM_LIST =
	'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.';

const choice = (
	displayName: string,
	name: string,
	loadOptionsMethod: string,
	about: string,
): INodeProperties => ({
	displayName: `${displayName} Name or ID`,
	name,
	type: 'options',
	typeOptions: { loadOptionsMethod },
	default: '',
	description: [about, FROM_LIST].join('. '),
});

/** In the order of the alphabet, as n8n asks for. */
export const options: INodeProperties[] = [
	{
		displayName: 'Campaign',
		name: 'campaign',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.influencer }}',
		description: 'Name of the UTM campaign, for example the influencer. Created when it is new.',
	},
	choice('Company', 'company', 'getCompanies', 'The order is written for this company'),
	choice(
		'Discount Product',
		'discountProduct',
		'getServices',
		"Gives the item's discount_fen, and the merchant's part of WeChat's coupons, a line of their own",
	),
	{
		displayName: 'Medium',
		name: 'medium',
		type: 'string',
		default: '',
		placeholder: 'e.g. Mini Program',
		description: 'Name of the UTM medium. Created when it is new.',
	},
	choice(
		'Reviewer',
		'reviewer',
		'getUsers',
		'Who gets the activity on an order that needs review; the user of the credential when empty',
	),
	choice('Sales Team', 'team', 'getSalesTeams', 'The sales team of the order'),
	choice(
		'Shipping Product',
		'shippingProduct',
		'getServices',
		"Gives the item's shipping_fen a line of its own",
	),
	{
		displayName: 'Tag Names or IDs',
		name: 'tags',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getSaleTags' },
		default: [],
		description:
			'Tags of the order. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Time Budget',
		name: 'timeBudget',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 1 },
		default: 4,
		description:
			'Seconds after which the step fails, to be repeated by the next notification. Without this option: 4 while WeChat waits for the workflow (it allows 5), otherwise 30.',
	},
	choice('Warehouse', 'warehouse', 'getWarehouses', 'The warehouse that delivers the order'),
];
