import type { INodeProperties } from 'n8n-workflow';

import { toItems } from '../../../shared/operation';
import { textParameter } from '../../../shared/parameter-text';
import { runPerItem } from '../../../shared/run-per-item';
import { accountOf, carriersOf } from '../../shared/account';

export const description: INodeProperties[] = [
	{
		displayName: 'Search',
		name: 'search',
		type: 'string',
		default: '',
		placeholder: 'e.g. 顺丰',
		displayOptions: { show: { resource: ['carrier'], operation: ['getMany'] } },
		description: 'A part of the name or code; empty lists all, about 1,500',
	},
];

/** Lists WeChat's carriers for shipping, an item each. */
export const execute = runPerItem(async (context, index) => {
	const wanted = textParameter(context, 'search', index).toLowerCase();
	const carriers = await carriersOf(await accountOf(context));
	const found = carriers.filter(({ delivery_id, delivery_name }) =>
		`${delivery_id} ${delivery_name}`.toLowerCase().includes(wanted),
	);
	return toItems(found);
});
