import type { INodeParameters, INodeProperties } from 'n8n-workflow';

import { changedSince, newestChange, OVERLAP_SECONDS } from '../../../../lib/changes/changed-since';
import { changedStock, STOCK_SOURCES } from '../../../../lib/stock/stock-watch';
import { toItems } from '../../../shared/operation';
import { textParameter } from '../../../shared/parameter-text';
import { runOnce } from '../../../shared/run-once';
import { stockPlaceAndBuffer } from '../../../shared/stock-fields';
import { withOdoo } from '../../../shared/with-odoo';

export const description: INodeProperties[] = [
	{
		displayName: 'Cursor',
		name: 'cursor',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-11-24 08:15:04',
		displayOptions: { show: { resource: ['stock'], operation: ['getChanges'] } },
		description:
			'Cursor from the second output of the last run. Leave empty to start now: the first run then returns only a cursor.',
	},
];

/** The products that have changed, and where to go on next time. */
export const execute = runOnce(
	withOdoo(async (odoo, context) => {
		const given = textParameter(context, 'cursor', 0);
		const options = context.getNodeParameter('options', 0, {}) as INodeParameters;
		const { place, buffer } = stockPlaceAndBuffer(options);
		const overlap = Number(options.overlapSeconds ?? OVERLAP_SECONDS);
		const { ids, cursor } = given
			? await changedSince(odoo, STOCK_SOURCES, given, overlap)
			: { ids: [], cursor: await newestChange(odoo, STOCK_SOURCES) };
		const changed = ids.length > 0 ? await changedStock(odoo, ids, place, buffer) : [];
		return [...toItems(changed), ...toItems([{ cursor, changes: changed.length }], 1)];
	}),
);
