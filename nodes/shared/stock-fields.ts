import type { INodeParameters, INodeProperties } from 'n8n-workflow';

import { readBufferAmount, type SafetyBuffer } from '../../lib/stock/safety-buffer';
import type { StockPlace } from '../../lib/stock/quantities';
import { channelShares, shareOptionFields } from './share-fields';

/** Where stock counts and what is kept back of it, in the options of Odoo Stock and Odoo Trigger. */
export const stockOptionFields: INodeProperties[] = [
	{
		displayName: 'Buffer by SKU',
		name: 'bufferBySku',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add SKU',
		default: {},
		description: 'Safety buffers for single products, which replace the general one',
		options: [
			{
				displayName: 'SKU',
				name: 'row',
				values: [
					{
						displayName: 'SKU',
						name: 'sku',
						type: 'string',
						default: '',
						placeholder: 'e.g. TEE-RED-M',
						description: 'The Internal Reference in Odoo, or the requested WeChat SKU',
					},
					{
						displayName: 'Buffer',
						name: 'buffer',
						type: 'string',
						default: '0',
						placeholder: 'e.g. 5 or 10%',
						description: 'Units to keep back, or a percentage of the available quantity',
					},
				],
			},
		],
	},
	...shareOptionFields,
	{
		displayName: 'Location Name or ID',
		name: 'locationId',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getStockLocations' },
		default: '',
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	},
	{
		displayName: 'Safety Buffer (%)',
		name: 'bufferPercent',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 2 },
		default: 0,
		description:
			'Percentage of the available quantity to keep back from sale. If units are set too, the larger buffer applies.',
	},
	{
		displayName: 'Safety Buffer (Units)',
		name: 'bufferUnits',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'Units of every product to keep back from sale',
	},
	{
		displayName: 'Warehouse Names or IDs',
		name: 'warehouseIds',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getWarehouses' },
		default: [],
		description:
			'Warehouses to count, the same as in Record Paid Order. Leave empty for the warehouse that Odoo gives to new orders. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	},
];

/** @throws IntegrationError `STOCK_BUFFER_INVALID`, `STOCK_SHARE_INVALID` */
export function stockPlaceAndBuffer(options: INodeParameters): {
	place: StockPlace;
	buffer: SafetyBuffer;
} {
	const warehouseIds = ((options.warehouseIds ?? []) as Array<number | string>).map(Number);
	const locationId = Number(options.locationId ?? 0);
	const shares = channelShares(options);
	const { row = [] } = (options.bufferBySku ?? {}) as {
		row?: Array<{ sku: string; buffer: string }>;
	};
	return {
		place: {
			...(warehouseIds.length > 0 && { warehouseIds }),
			...(locationId > 0 && { locationId }),
		},
		buffer: {
			...(shares && { shares }),
			units: Number(options.bufferUnits ?? 0),
			percent: Number(options.bufferPercent ?? 0),
			bySku: new Map(
				row.map(({ sku, buffer }) => [sku.trim(), readBufferAmount(sku, String(buffer))]),
			),
		},
	};
}
