import type { IDataObject, INodeProperties } from 'n8n-workflow';

import {
	readChannelShare,
	type ChannelShare,
	type ChannelShares,
} from '../../lib/core/channel-share';

const percent: INodeProperties = {
	displayName: 'Percent',
	name: 'percent',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 2 },
	default: 100,
	description:
		'Percentage of the available quantity that this channel may sell. The percentages of all channels together should be 100 or less.',
};

const units: INodeProperties = {
	displayName: 'At Most (Units)',
	name: 'units',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 0,
	description: 'Maximum number of units to offer at a time. Enter 0 for no limit.',
};

const floor: INodeProperties = {
	displayName: 'Floor (Units)',
	name: 'floor',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 0,
	description:
		'Number of units that this channel never sells, so that the last units go to the other channels',
};

const sku: INodeProperties = {
	displayName: 'SKU',
	name: 'sku',
	type: 'string',
	default: '',
	placeholder: 'e.g. TEE-RED-M',
	description: 'The Internal Reference in Odoo, or the WeChat SKU',
};

/** What a channel may sell of the stock that it shares with others. */
export const shareOptionFields: INodeProperties[] = [
	{
		displayName: 'Channel Share',
		name: 'channelShare',
		type: 'fixedCollection',
		placeholder: 'Add share',
		default: {},
		description:
			'Part of the available quantity that this channel may sell, when other channels sell the same stock. The strictest of the three limits applies.',
		options: [{ displayName: 'Share', name: 'share', values: [units, floor, percent] }],
	},
	{
		displayName: 'Channel Share by SKU',
		name: 'channelShareBySku',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add SKU',
		default: {},
		description: 'Shares for single products, which replace the general one',
		options: [{ displayName: 'SKU', name: 'row', values: [sku, units, floor, percent] }],
	},
];

/**
 * The share in the options of a node; undefined if none is set.
 *
 * @throws IntegrationError `STOCK_SHARE_INVALID`
 */
export function channelShares(options: IDataObject): ChannelShares | undefined {
	const { share } = (options.channelShare ?? {}) as { share?: IDataObject };
	const { row = [] } = (options.channelShareBySku ?? {}) as {
		row?: Array<IDataObject & { sku: string }>;
	};
	if (!share && row.length === 0) return undefined;
	const bySku = row.map(({ sku: name, ...typed }): [string, ChannelShare] => [
		name.trim(),
		readChannelShare(`"${name.slice(0, 40)}"`, typed),
	]);
	return { ...readChannelShare('all products', share ?? {}), bySku: new Map(bySku) };
}
