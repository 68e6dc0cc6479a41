import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import { textParameter } from '../../../shared/parameter-text';
import { accountOf, carriersOf } from '../../shared/account';
import { oneByOne } from '../../shared/one-by-one';

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
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await oneByOne(this, async (_item, index) => {
		const wanted = textParameter(this, 'search', index).toLowerCase();
		const carriers = await carriersOf(await accountOf(this));
		return carriers.filter(({ delivery_id, delivery_name }) =>
			`${delivery_id} ${delivery_name}`.toLowerCase().includes(wanted),
		) as unknown as IDataObject[];
	});
}
