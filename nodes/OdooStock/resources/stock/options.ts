import type { INodeProperties } from 'n8n-workflow';

import { OVERLAP_SECONDS } from '../../../../lib/changes/changed-since';
import { stockOptionFields } from '../../../shared/stock-fields';

const overlap: INodeProperties = {
	displayName: 'Overlap (Seconds)',
	name: 'overlapSeconds',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 86400 },
	default: OVERLAP_SECONDS,
	displayOptions: { show: { '/operation': ['getChanges'] } },
	description:
		'Time before the cursor to read again. It must be longer than the longest transaction in your Odoo, or late changes are missed.',
};

/** The same for both operations, but for what only one of them knows. */
export const optionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	displayOptions: { show: { resource: ['stock'] } },
	options: [...stockOptionFields, overlap].sort((a, b) =>
		a.displayName.localeCompare(b.displayName),
	),
};
