import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { readStockUpdate, type StockUpdate } from '../../../lib/core/stock-update';
import { textParameter } from '../../shared/parameter-text';

/** How many pieces, as of when. */
export const figureFields = (show: Record<string, string[]>): INodeProperties[] => [
	{
		displayName: 'Quantity',
		name: 'quantity',
		type: 'string',
		default: '={{ $json.quantity ?? $json.quantity_to_promise }}',
		required: true,
		displayOptions: { show },
		description:
			'Pieces that can be sold. Parts of pieces are dropped, and less than none is none.',
	},
	{
		displayName: 'As Of',
		name: 'asOf',
		type: 'string',
		default: '={{ $json.as_of }}',
		displayOptions: { show },
		description: 'When the quantity was true, e.g. 2026-11-22T13:29:35.120Z. Empty means now.',
	},
	{
		displayName: 'Version',
		name: 'version',
		type: 'string',
		default: '={{ $json.version }}',
		displayOptions: { show },
		description:
			'A whole number that grows with each newer figure of a SKU: older ones are dropped. Empty means As Of.',
	},
];

/** @throws IntegrationError `STOCK_…` */
export const readFigure = (context: IExecuteFunctions, index: number, sku: string): StockUpdate =>
	readStockUpdate(
		{
			sku,
			quantity: textParameter(context, 'quantity', index),
			version: textParameter(context, 'version', index),
			asOf: textParameter(context, 'asOf', index),
		},
		Date.now(),
	);
