import {
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { changedSince, newestChange } from '../../../../lib/changes/changed-since';
import { SHIPMENT_SOURCES, shipmentWatch } from '../../../../lib/shipments/shipment-watch';
import { withRetry } from '../../../../lib/core/retry';
import { textParameter } from '../../../shared/parameter-text';
import { onceForAll } from '../../shared/once-for-all';
import { languageOf } from './language';
import { callContext } from '../../../shared/call-context';

export const description: INodeProperties[] = [
	{
		displayName: 'Cursor',
		name: 'cursor',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-11-24 08:15:04',
		displayOptions: { show: { resource: ['shipment'], operation: ['getChanges'] } },
		description:
			'The cursor that the last run gave at the second output. Leave empty to begin now: the first run then only gives a cursor.',
	},
];

const POLICY = { baseMs: 250, maxMs: 4_000, budgetMs: 30_000 };

/** The deliveries of orders in which something has changed, and where to go on next time. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await onceForAll(this, 2, async (odoo, pairedItem) => {
		const given = textParameter(this, 'cursor', 0);
		const read = async () => {
			if (!given) return { states: [], cursor: await newestChange(odoo, SHIPMENT_SOURCES) };
			const { ids, cursor } = await changedSince(odoo, SHIPMENT_SOURCES, given);
			return { states: await shipmentWatch(languageOf(this)).read(odoo, ids), cursor };
		};
		const { states, cursor } = await withRetry(callContext, POLICY, read);
		const changed = states.map(({ json }) => ({ json: json as IDataObject, pairedItem }));
		return [changed, [{ json: { cursor, changes: changed.length }, pairedItem }]];
	});
}
