import type { INodeProperties } from 'n8n-workflow';

import { dryRunField, operationMenu } from '../../../shared/operation-fields';
import * as complete from './complete';
import * as create from './create';

export const description: INodeProperties[] = [
	operationMenu(
		'toDo',
		[
			{
				name: 'Complete',
				value: 'complete',
				action: 'Complete a to do',
				description: 'Mark activities as done by the keys that they were created with',
			},
			{
				name: 'Create',
				value: 'create',
				action: 'Create a to do',
				description: 'Create an activity for a person, once for each key',
			},
		],
		'create',
	),
	...complete.description,
	...create.description,
	dryRunField('toDo', ['create'], 'Odoo'),
];

export { complete, create };
