import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { billDate, emptyIfNone } from '../../../lib/wechat-pay/bills/fetch-bill';
import type { Bill } from '../../../lib/wechat-pay/bills/read-bill';
import type { OutputItem } from '../../shared/operation';
import { textParameter, type Show } from './fields';

/** Fields that all bills have. */
export const billFields = (show: Show): INodeProperties[] => [
	{
		displayName: 'Date',
		name: 'date',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-11-22',
		displayOptions: { show },
		description:
			'A day in Beijing as year-month-day; empty means yesterday there. The bill of a day is ready at 10:00 Beijing time (02:00 UTC) on the next.',
	},
	{
		displayName: 'When There Is No Bill',
		name: 'whenNoBill',
		type: 'options',
		options: [
			{ name: 'Fail', value: 'fail' },
			{ name: 'Go On Without Items', value: 'nothing' },
			{
				name: 'Return an Item With the Date',
				value: 'date',
				description: 'So that Compare Bill also compares days without transactions',
			},
		],
		default: 'fail',
		displayOptions: { show },
		description: 'What to do on a day without transactions, for which WeChat Pay has no bill',
	},
];

/**
 * One item a row; each says in `bill` what it is from, with the SHA-1 of the file.
 *
 * @param fetch gets the bill of a day, `yyyy-MM-dd`
 * @throws IntegrationError `WECHAT_DATE_INVALID`, and what `fetch` throws
 */
export async function billItems(
	context: IExecuteFunctions,
	index: number,
	kind: string,
	fetch: (date: string) => Promise<Bill>,
): Promise<OutputItem[]> {
	const date = billDate(textParameter(context, 'date', index), Date.now());
	const whenNone = context.getNodeParameter('whenNoBill', index);
	const mayBeMissing = whenNone === 'nothing' || whenNone === 'date';
	const { items, sha1 } = await (mayBeMissing ? emptyIfNone(fetch(date)) : fetch(date));
	const bill = { kind, date, ...(sha1 && { sha1 }) };
	if (items.length === 0 && whenNone === 'date') return [{ json: { bill } }];
	return items.map((item) => ({ json: { ...item, bill } }));
}
