import { updateDisplayOptions, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

import { IntegrationError } from '../../../../lib/core/errors';
import { createToDo, type ToDo } from '../../../../lib/orders/create-to-do';
import type { Outcome } from '../../../shared/operation';
import { runBatch } from '../../../shared/run-batch';
import { withOdoo } from '../../../shared/with-odoo';

const properties: INodeProperties[] = [
	{
		displayName: 'Key',
		name: 'key',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. execution-1042',
		description: 'Identifies the subject. A second activity with the same key is not created.',
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
		displayName: 'Due Date',
		name: 'due',
		type: 'dateTime',
		default: '',
		description: 'Day by which the activity has to be done. Defaults to today.',
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

/** Makes an activity in Odoo of each item. All items share the time that Odoo may be away. */
export const execute = runBatch(
	withOdoo(async (odoo, context, items) => {
		const outcomes: Outcome[] = [];
		for (const [index, { json }] of items.entries()) {
			const dryRun = context.getNodeParameter('dryRun', index) as boolean;
			const creating = createToDo(odoo, readToDo(context, index), dryRun);
			outcomes.push(
				await creating.then((made) => ({ json: { ...json, odoo: made } }), onlyThisItem),
			);
		}
		return outcomes;
	}),
);

/** A failure of one item. What Odoo may do a moment later is none, and is repeated for all. */
const onlyThisItem = async (error: unknown): Promise<Outcome> =>
	error instanceof IntegrationError && error.retryable ? await Promise.reject(error) : { error };

function readToDo(context: IExecuteFunctions, index: number): ToDo {
	const text = (name: string) => String(context.getNodeParameter(name, index) ?? '').trim();
	const userId = Number(text('assignee')) || undefined;
	const [due] = /^\d{4}-\d\d-\d\d/.exec(text('due')) ?? [];
	return {
		key: text('key'),
		summary: text('summary'),
		note: text('note'),
		address: text('address'),
		...(userId && { userId }),
		...(due && { due }),
	};
}
