import type { INodeProperties } from 'n8n-workflow';

/** Where the order lines of a payment come from: the values of `LinesFrom`. */
export const linesFromField = (
	displayOptions?: INodeProperties['displayOptions'],
): INodeProperties => ({
	displayName: 'Order Lines From',
	name: 'linesFrom',
	type: 'options',
	default: 'attach',
	...(displayOptions ? { displayOptions } : {}),
	options: [
		{
			name: 'Attach',
			value: 'attach',
			description:
				'Lines that the shop wrote into attach, such as TEE-RED-M*2@9900,CAP-BLK@5000. A single word without quantity or price is not taken for a SKU.',
		},
		{
			name: 'Attach, Also a Bare SKU',
			value: 'attach_bare_sku',
			description:
				'The same, and a word alone is one unit of that SKU. Only if your shop never writes order numbers or other references into attach.',
		},
		{
			name: 'None',
			value: 'none',
			description: 'A later node supplies the lines',
		},
		{
			name: 'Promotion Detail',
			value: 'promotion_detail',
			description:
				'The goods that a single-item coupon applied to. Complete only if your shop fills promotion_detail for every item.',
		},
	],
	description: 'Where the SKUs and quantities come from: WeChat itself does not send them',
});
