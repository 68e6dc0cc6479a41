import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import {
	catalogueFinder,
	type FindSku,
	type SkuMatch,
} from '../../../lib/wechat-api/stock/catalogue';
import { textParameter } from '../../shared/parameter-text';
import type { Shop } from './shop';

const HOUR_MS = 3_600_000;
/** A SKU that is not in the list may be new: the list is read again, but no more often. */
const RETRY_MS = 60_000;

/** Which SKU of WeChat Shop. */
export const skuFields = (show: Record<string, string[]>): INodeProperties[] => [
	{
		displayName: 'SKU Named By',
		name: 'skuBy',
		type: 'options',
		options: [
			{
				name: 'IDs of WeChat Shop',
				value: 'ids',
				description: 'Product ID and SKU ID, without a look-up',
			},
			{
				name: 'SKU Code',
				value: 'code',
				description:
					"The merchant's own code, entered in WeChat Shop; the list of products is read once an hour",
			},
		],
		default: 'code',
		displayOptions: { show },
		description: 'How the items name the SKU',
	},
	{
		displayName: 'SKU Code',
		name: 'sku',
		type: 'string',
		default: '={{ $json.sku ?? $json.default_code }}',
		required: true,
		displayOptions: { show: { ...show, skuBy: ['code'] } },
		description: 'Exactly as entered in WeChat Shop: the Internal Reference in Odoo, as a rule',
	},
	{
		displayName: 'Product ID',
		name: 'productId',
		type: 'string',
		default: '',
		required: true,
		displayOptions: { show: { ...show, skuBy: ['ids'] } },
		placeholder: 'e.g. {{ $json.product_id }}',
		description: 'The product_id of WeChat Shop, as text',
	},
	{
		displayName: 'SKU ID',
		name: 'skuId',
		type: 'string',
		default: '',
		required: true,
		displayOptions: { show: { ...show, skuBy: ['ids'] } },
		placeholder: 'e.g. {{ $json.sku_id }}',
		description: 'The sku_id of WeChat Shop, as text',
	},
];

/**
 * Finds the SKU of each item. The list of products is read again when a code is not in it, because it
 * may be new.
 */
export async function findSkus(context: IExecuteFunctions, shop: Shop): Promise<SkuMatch[]> {
	const indexes = [...context.getInputData().keys()];
	const byIds = context.getNodeParameter('skuBy', 0) === 'ids';
	if (byIds) return indexes.map((index) => namedByIds(context, index));
	const codes = indexes.map((index) => textParameter(context, 'sku', index));
	if (codes.length === 0) return [];
	const matches = find(codes, catalogueFinder(await shop.catalogue(HOUR_MS)));
	if (matches.every((match) => !('problem' in match))) return matches;
	return find(codes, catalogueFinder(await shop.catalogue(RETRY_MS)));
}

const find = (codes: string[], finder: FindSku): SkuMatch[] => codes.map((code) => finder(code));

function namedByIds(context: IExecuteFunctions, index: number): SkuMatch {
	const product_id = textParameter(context, 'productId', index);
	const sku_id = textParameter(context, 'skuId', index);
	if (/^\d+$/.test(product_id) && /^\d+$/.test(sku_id)) return { product_id, sku_id };
	return { problem: 'Product ID and SKU ID are digits, passed on as text.' };
}
