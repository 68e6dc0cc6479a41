import { type INodeProperties } from 'n8n-workflow';

import { changedSince, newestChange } from '../../../../lib/changes/changed-since';
import { SHIPMENT_SOURCES, shipmentWatch } from '../../../../lib/shipments/shipment-watch';
import { textParameter } from '../../../shared/parameter-text';
import { toItems } from '../../../shared/operation';
import { runOnce } from '../../../shared/run-once';
import { withOdoo } from '../../../shared/with-odoo';
import { languageOf } from './language';

export const description: INodeProperties[] = [
	{
		displayName: 'Cursor',
		name: 'cursor',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-11-24 08:15:04',
		displayOptions: { show: { resource: ['shipment'], operation: ['getChanges'] } },
		description:
			'Cursor from the second output of the last run. Leave empty to start now: the first run then returns only a cursor.',
	},
];

/** The deliveries of orders in which something has changed, and where to go on next time. */
export const execute = runOnce(
	withOdoo(async (odoo, context) => {
		const given = textParameter(context, 'cursor', 0);
		const { ids, cursor } = given
			? await changedSince(odoo, SHIPMENT_SOURCES, given)
			: { ids: [], cursor: await newestChange(odoo, SHIPMENT_SOURCES) };
		const states = given ? await shipmentWatch(languageOf(context)).read(odoo, ids) : [];
		const changed = states.map(({ json }) => json);
		return [...toItems(changed), ...toItems([{ cursor, changes: changed.length }], 1)];
	}),
);
