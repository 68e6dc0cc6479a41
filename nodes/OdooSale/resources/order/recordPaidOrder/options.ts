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
		description:
			'Name of the UTM campaign, for example the influencer. Created if it does not exist.',
	},
	choice('Company', 'company', 'getCompanies', 'The company that the order belongs to'),
	{
		displayName: 'Confirm Without Change Log',
		name: 'withoutChangeLog',
		type: 'boolean',
		default: false,
		description:
			'Whether to confirm orders without entries in the change log, which is faster. Followers of an order or delivery get no message that it was confirmed, and the chatter does not show who confirmed it.',
	},
	choice(
		'Country Without Address',
		'defaultCountry',
		'getCountries',
		"Country of a new buyer or address without a country. Some localizations otherwise treat the buyer as one in the company's own state",
	),
	choice(
		'Discount Product',
		'discountProduct',
		'getServices',
		"Product of the order line for the item's discount_fen and for the coupons that the merchant pays",
	),
	choice(
		'Fiscal Position Without Address',
		'noAddressFiscalPosition',
		'getFiscalPositions',
		'Maps the taxes of the products for a buyer without an address',
	),
	{
		displayName: 'Medium',
		name: 'medium',
		type: 'string',
		default: '',
		placeholder: 'e.g. Mini Program',
		description: 'Name of the UTM medium. Created if it does not exist.',
	},
	choice(
		'Reviewer',
		'reviewer',
		'getUsers',
		'User who is assigned the activity on an order that needs review. Defaults to the user of the credential',
	),
	choice('Sales Team', 'team', 'getSalesTeams', 'The sales team of the order'),
	choice(
		'Shipping Product',
		'shippingProduct',
		'getServices',
		"Product of the order line for the item's shipping_fen",
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
			"Maximum time in seconds. After that the node fails and WeChat's next notification retries. Default: 4 while WeChat or a shop waits for the workflow (5 seconds), otherwise 30.",
	},
	choice('Warehouse', 'warehouse', 'getWarehouses', 'The warehouse that delivers the order'),
];
