import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { completeToDos } from '../../../../lib/orders/complete-to-dos';
import { textParameter } from '../../../shared/parameter-text';
import { runPerItem } from '../../../shared/run-per-item';
import { withOdoo } from '../../../shared/with-odoo';

const properties: INodeProperties[] = [
	{
		displayName: 'Keys',
		name: 'keys',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. execution-1042',
		description: 'Keys that the activities were created with, separated by commas',
	},
	{
		displayName: 'Feedback',
		name: 'feedback',
		type: 'string',
		default: '',
		placeholder: 'e.g. The buyer withdrew the request.',
		description: 'Text that Odoo keeps with the finished activities',
	},
];

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['toDo'], operation: ['complete'] } },
	properties,
);

/** Marks the activities of each item's keys as done. */
export const execute = runPerItem(
	withOdoo(async (odoo, context, index, { json }) => {
		const keys = textParameter(context, 'keys', index).split(',');
		const named = keys.map((key) => key.trim()).filter((key) => key !== '');
		const feedback = textParameter(context, 'feedback', index);
		return { json: { ...json, odoo: { completed: await completeToDos(odoo, named, feedback) } } };
	}),
);
