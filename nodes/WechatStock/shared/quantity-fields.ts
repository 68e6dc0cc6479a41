import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { readStockUpdate, type StockUpdate } from '../../../lib/core/stock-update';
import { textParameter } from '../../shared/parameter-text';

/** How many pieces, as of when. */
export const quantityFields = (show: Record<string, string[]>): INodeProperties[] => [
	{
		displayName: 'Quantity',
		name: 'quantity',
		type: 'string',
		default: '={{ $json.quantity ?? $json.quantity_to_promise }}',
		required: true,
		displayOptions: { show },
		description: 'Units that can be sold. Rounded down; negative quantities count as 0.',
	},
	{
		displayName: 'As Of',
		name: 'asOf',
		type: 'string',
		default: '={{ $json.as_of }}',
		displayOptions: { show },
		description: 'Time of the quantity, e.g. 2026-11-22T13:29:35.120Z. Defaults to now.',
	},
	{
		displayName: 'Version',
		name: 'version',
		type: 'string',
		default: '={{ $json.version }}',
		displayOptions: { show },
		description: 'Version of this quantity. Lower versions are ignored. Defaults to As Of.',
	},
];

/** @throws IntegrationError `STOCK_…` */
export const readQuantity = (context: IExecuteFunctions, index: number, sku: string): StockUpdate =>
	readStockUpdate(
		{
			sku,
			quantity: textParameter(context, 'quantity', index),
			version: textParameter(context, 'version', index),
			asOf: textParameter(context, 'asOf', index),
		},
		Date.now(),
	);
