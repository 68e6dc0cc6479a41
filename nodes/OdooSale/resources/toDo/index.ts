import type { INodeProperties } from 'n8n-workflow';

import { operationMenu } from '../../../shared/operation-menu';
import { dryRunField } from '../../../shared/dry-run';
import * as create from './create';

export const description: INodeProperties[] = [
	operationMenu(
		'toDo',
		[
			{
				name: 'Create',
				value: 'create',
				action: 'Create a to do',
				description: 'Create an activity for a person, once for each key',
			},
		],
		'create',
	),
	...create.description,
	dryRunField('toDo', ['create'], 'Odoo'),
];

export { create };
