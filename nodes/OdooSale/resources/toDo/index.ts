import type { INodeProperties } from 'n8n-workflow';

import { dryRunField, operationMenu } from '../../../shared/operation-fields';
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
