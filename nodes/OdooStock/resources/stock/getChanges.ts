import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeParameters,
	INodeProperties,
} from 'n8n-workflow';

import { changedSince, newestChange, OVERLAP_SECONDS } from '../../../../lib/changes/changed-since';
import type { OdooClient } from '../../../../lib/odoo/client';
import { stockItems } from '../../../../lib/stock/stock-items';
import { STOCK_SOURCES } from '../../../../lib/stock/stock-watch';
import { stockPlaceAndBuffer } from '../../../shared/stock-fields';

export const description: INodeProperties[] = [
	{
		displayName: 'Cursor',
		name: 'cursor',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-11-24 08:15:04',
		displayOptions: { show: { resource: ['stock'], operation: ['getChanges'] } },
		description:
			'The cursor that the last run gave at the second output. Leave empty to begin now: the first run then only gives a cursor.',
	},
];

/** The products that have changed, and where to go on next time. */
export async function getChanges(
	context: IExecuteFunctions,
	client: OdooClient,
): Promise<INodeExecutionData[][]> {
	const given = String(context.getNodeParameter('cursor', 0, '') ?? '').trim();
	const options = context.getNodeParameter('options', 0, {}) as INodeParameters;
	const { place, buffer } = stockPlaceAndBuffer(options);
	const overlap = Number(options.overlapSeconds ?? OVERLAP_SECONDS);
	const pairedItem = context.getInputData().map((_, item) => ({ item }));
	const { ids, cursor } = given
		? await changedSince(client, STOCK_SOURCES, given, overlap)
		: { ids: [], cursor: await newestChange(client, STOCK_SOURCES) };
	const changed = ids.length > 0 ? await stockItems(client, ids, place, buffer) : [];
	return [
		changed.map((stock) => ({ json: { ...stock }, pairedItem })),
		[{ json: { cursor, changes: changed.length }, pairedItem }],
	];
}

export { getChanges as execute };
