import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { createToDo } from '../../../../lib/orders/create-to-do';
import { rejectAiToolCall } from '../../../shared/reject-ai-tool-call';
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
		description: 'Names what it is about: a second to-do with the same key is not made',
	},
	{
		displayName: 'Summary',
		name: 'summary',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. The ordering workflow has failed',
		description: 'One line that tells what is to be done',
	},
	{
		displayName: 'Note',
		name: 'note',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		description: 'What the person needs to know; text, in as many lines as you like',
	},
	{
		displayName: 'Address',
		name: 'address',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.execution.url }}',
		description: 'What to open, as a link below the note',
	},
	{
		displayName: 'Assign To Name or ID',
		name: 'assignee',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getUsers' },
		default: '',
		description:
			'Who is to do it; the user of the credential when empty. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
];

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['toDo'], operation: ['create'] } },
	properties,
);

/** Makes an activity in Odoo of each item. */
export const execute = runPerItem(
	withOdoo(async (odoo, context, index, { json }) => {
		rejectAiToolCall(context, 'create to-dos');
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
