import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { createToDo } from '../../../../lib/orders/create-to-do';
import { runPerItem } from '../../../shared/run-per-item';
import { withOdoo } from '../../../shared/with-odoo';

const properties: INodeProperties[] = [
	{
		displayName: 'Key',
		name: 'key',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. execution-1042',
		description: 'Identifies the subject. A second to-do with the same key is not created.',
	},
	{
		displayName: 'Summary',
		name: 'summary',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. The ordering workflow has failed',
		description: 'The task, in one line',
	},
	{
		displayName: 'Note',
		name: 'note',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		description: 'Details for the person, as text of one or more lines',
	},
	{
		displayName: 'Address',
		name: 'address',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.execution.url }}',
		description: 'URL to open, shown as a link below the note',
	},
	{
		displayName: 'Assign To Name or ID',
		name: 'assignee',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getUsers' },
		default: '',
		description:
			'User who is assigned the activity. Defaults to the user of the credential. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
];

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['toDo'], operation: ['create'] } },
	properties,
);

/** Makes an activity in Odoo of each item. */
export const execute = runPerItem(
	withOdoo(async (odoo, context, index, { json }) => {
		const text = (name: string) => String(context.getNodeParameter(name, index) ?? '').trim();
		const userId = Number(text('assignee')) || undefined;
		const toDo = {
			key: text('key'),
			summary: text('summary'),
			note: text('note'),
			address: text('address'),
			...(userId && { userId }),
		};
		const dryRun = context.getNodeParameter('dryRun', index) as boolean;
		return { json: { ...json, odoo: await createToDo(odoo, toDo, dryRun) } };
	}),
);
