import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { toNodeError } from '../../shared/node-error';
import { accountOf, carriersOf } from './account';

const MOST = 100;

/** WeChat's carriers whose name or code holds what was typed. */
export async function searchCarriers(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	try {
		const wanted = filter.trim().toLowerCase();
		const carriers = await carriersOf(await accountOf(this));
		const found = carriers.filter(({ delivery_id, delivery_name }) =>
			`${delivery_id} ${delivery_name}`.toLowerCase().includes(wanted),
		);
		return {
			results: found.slice(0, MOST).map(({ delivery_id, delivery_name }) => ({
				name: `${delivery_name} (${delivery_id})`,
				value: delivery_id,
			})),
		};
	} catch (error) {
		throw toNodeError(this.getNode(), error);
	}
}
