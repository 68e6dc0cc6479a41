import { updateDisplayOptions, type IDataObject, type INodeProperties } from 'n8n-workflow';

import { readOdooOrders } from '../../../../lib/reconciliation/odoo/read-odoo-orders';
import { readBillRows } from '../../../../lib/reconciliation/bill-row';
import { compareDay } from '../../../../lib/reconciliation/compare-day';
import type { DifferenceKind } from '../../../../lib/reconciliation/difference';
import { reconciliationReport } from '../../../../lib/reconciliation/reconciliation-report';
import { billDate } from '../../../../lib/wechat-pay/bills/fetch-bill';
import { secondInput } from '../../../shared/second-input';
import { toItems } from '../../../shared/operation';
import { runOnce } from '../../../shared/run-once';
import { withOdoo } from '../../../shared/with-odoo';
import { inputNotice } from '../../../shared/input-notice';

const properties: INodeProperties[] = [
	{
		displayName: 'Date',
		name: 'billDay',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-11-22',
		description:
			'Day of the bill in Beijing, as year-month-day. Defaults to the day in the items, or to yesterday in Beijing.',
	},
	{
		displayName: 'Credit Notes',
		name: 'compareCreditNotes',
		type: 'boolean',
		default: true,
		description:
			'Whether each refund must have a credit note. The Odoo user needs the right Accounting: Invoicing (Billing in older versions).',
	},
	{
		displayName: 'Compare With Received Payments',
		name: 'compareN8n',
		type: 'boolean',
		default: false,
		description:
			'Whether to compare with the payments that n8n received, from a second input (items with transaction_id, and mchid if several merchants share the list). Without items there is no comparison.',
	},
];

export const description = [
	inputNotice(
		'reconciliation',
		'compareBill',
		'Input: all items of WeChat Pay → Bill: Get Trade Bill (or Get Global Statement) of one day',
	),
	...updateDisplayOptions(
		{ show: { resource: ['reconciliation'], operation: ['compareBill'] } },
		properties,
	),
];

/** WeChat's bill of a day against Odoo: what is missing, what differs, and one report. */
export const execute = runOnce(
	withOdoo(async (odoo, context) => {
		const items = context.getInputData(0).map(({ json }) => json);
		const { bill, unreadable } = readBillRows(items);
		const inItems = (items[0]?.bill as { date?: unknown } | undefined)?.date;
		const chosen = String(context.getNodeParameter('billDay', 0)).trim();
		const date = billDate(chosen || (typeof inItems === 'string' ? inItems : ''), Date.now());
		const withNotes = context.getNodeParameter('compareCreditNotes', 0) as boolean;
		const books = await readOdooOrders(odoo, bill, date, withNotes);
		const received = context.getNodeParameter('compareN8n', 0)
			? receivedBy(secondInput(context))
			: [];
		const compared = {
			...books,
			unreadable,
			...(received.length > 0 && { n8n: new Map(received) }),
		};
		const differences = compareDay(compared);
		return [
			...differences.map((json) => ({ json, output: OUTPUTS[json.kind] ?? 2 })),
			...toItems([reconciliationReport(compared, differences)], 3),
		];
	}),
);

/** What WeChat Pay is asked about again. Everything else is for a person. */
const OUTPUTS: Partial<Record<DifferenceKind, number>> = {
	missing_in_odoo: 0,
	refund_without_credit_note: 1,
	refund_open: 1,
};

/** Transaction numbers with their merchants. None at all means that no list is kept, not that nothing came. */
const receivedBy = (items: IDataObject[]): Array<[string, string]> =>
	items.flatMap(({ transaction_id: id, mchid }) =>
		typeof id === 'string' && id !== '' ? [[id, typeof mchid === 'string' ? mchid : '']] : [],
	);
