import type { INodeProperties } from 'n8n-workflow';

import { mapWithLimit } from '../../../../lib/core/collections';
import { getAfterSale, listAfterSales } from '../../../../lib/wechat-shop/after-sales/after-sales';
import { callContext } from '../../../shared/call-context';
import { toItems } from '../../../shared/operation';
import { textParameter } from '../../../shared/parameter-text';
import { runPerItem } from '../../../shared/run-per-item';
import { accountOf } from '../../shared/account';
import { toAfterSaleItem } from '../../shared/after-sale';
import { limitFields, mostOf, secondsOf } from '../../shared/period';

const show = { resource: ['afterSale'], operation: ['getMany'] };

export const description: INodeProperties[] = [
	...limitFields(show),
	{
		displayName: 'Changed From',
		name: 'from',
		type: 'dateTime',
		default: '={{ $now.minus({ days: 1 }) }}',
		required: true,
		displayOptions: { show },
		description: 'Start of the period',
	},
	{
		displayName: 'Changed Until',
		name: 'until',
		type: 'dateTime',
		default: '',
		displayOptions: { show },
		description: 'End of the period. Defaults to now.',
	},
];

const AT_ONCE = 5;

/** Lists after-sales, an item each. */
export const execute = runPerItem(async (context, index) => {
	const account = await accountOf(context);
	const until = textParameter(context, 'until', index);
	const period = {
		from: secondsOf(textParameter(context, 'from', index), 'Changed From'),
		until: until === '' ? Math.floor(callContext.now() / 1000) : secondsOf(until, 'Changed Until'),
	};
	const ids = await listAfterSales(account, period, mostOf(context, index), callContext);
	const items = await mapWithLimit(ids, AT_ONCE, async (id) =>
		toAfterSaleItem(account, await getAfterSale(account, id, callContext)),
	);
	return toItems(items);
});
