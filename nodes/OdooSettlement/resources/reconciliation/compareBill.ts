import {
	updateDisplayOptions,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { groupBy } from '../../../../lib/core/collections';
import type { OdooClient } from '../../../../lib/odoo/client';
import { readBillRows } from '../../../../lib/reconciliation/bill-row';
import { readSettledFunds } from '../../../../lib/reconciliation/compare-funds';
import { compareDay } from '../../../../lib/reconciliation/compare-day';
import type { DifferenceKind } from '../../../../lib/reconciliation/difference';
import { updateOpenList } from '../../../../lib/reconciliation/odoo/open-list-records';
import { readOdooOrders } from '../../../../lib/reconciliation/odoo/read-odoo-orders';
import { readFundsEntries } from '../../../../lib/settlement/odoo/read-ledger';
import { reconciliationReport } from '../../../../lib/reconciliation/reconciliation-report';
import { billDate } from '../../../../lib/wechat-pay/bills/fetch-bill';
import { inputNotice } from '../../../shared/operation-fields';
import { toItems, type Outcome, type OutputItem } from '../../../shared/operation';
import { runBatch } from '../../../shared/run-batch';
import { withOdoo } from '../../../shared/with-odoo';
import { openListFields, openListOf } from '../../shared/open-list-fields';
import { secondInput } from '../../../shared/read-then-work';

const properties: INodeProperties[] = [
	{
		displayName: 'Date',
		name: 'billDay',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-11-22',
		description:
			'Day of the bill in Beijing, as year-month-day. Defaults to the days in the items, or to yesterday in Beijing.',
	},
	{
		displayName: 'Credit Notes',
		name: 'compareCreditNotes',
		type: 'boolean',
		default: true,
		description:
			'Whether each refund must have a credit note. The Odoo user needs the right Accounting: Invoicing (Invoicing: Invoicing in Odoo 18, Invoicing: Billing before).',
	},
	{
		displayName: 'Compare With Received Payments',
		name: 'compareN8n',
		type: 'boolean',
		default: false,
		description:
			'Whether to compare with the payments that n8n received, from a second input (items with transaction_id, and mchid if several merchants share the list). Without items there is no comparison.',
	},
	{
		displayName: 'Keep Open Differences',
		name: 'keepOpen',
		type: 'boolean',
		default: false,
		description:
			'Whether to keep each difference in Odoo (Sales → Reporting → WeChat Open Differences) until a later comparison or a person closes it. Needs Set Up.',
	},
	...updateDisplayOptions({ show: { keepOpen: [true] } }, openListFields),
];

export const description = [
	inputNotice(
		'reconciliation',
		'compareBill',
		'Input: all items of WeChat Pay → Bill: Get Trade Bill (or Get Global Statement), or of WeChat Shop → Bill: Get, of one or more days',
	),
	...updateDisplayOptions(
		{ show: { resource: ['reconciliation'], operation: ['compareBill'] } },
		properties,
	),
];

/** WeChat's bills against Odoo, each day alone: what is missing, what differs, and one report a day. */
export const execute = runBatch(async (context, items) => {
	const chosen = String(context.getNodeParameter('billDay', 0)).trim();
	const dayOf = ({ json }: INodeExecutionData) => {
		const { date } = (json.bill ?? {}) as { date?: unknown };
		return billDate(chosen || (typeof date === 'string' ? date : ''), Date.now());
	};
	const outcomes = items.map((): Outcome => []);
	const days = [...groupBy(items.keys(), (index) => dayOf(items[index]!))].sort();
	for (const [date, own] of days) {
		const compare = withOdoo(
			compareOf(
				date,
				own.map((index) => items[index]!.json),
			),
		);
		try {
			outcomes[own[0] ?? 0] = await compare(context);
		} catch (error) {
			for (const index of own) outcomes[index] = { error };
		}
	}
	return outcomes;
});

const compareOf =
	(date: string, items: IDataObject[]) =>
	async (odoo: OdooClient, context: IExecuteFunctions): Promise<OutputItem[]> => {
		const { bill, unreadable } = readBillRows(items);
		const withNotes = context.getNodeParameter('compareCreditNotes', 0) as boolean;
		const ofShop = items.some(({ shop_appid: appid }) => Boolean(appid));
		const books = await readOdooOrders(odoo, bill, date, withNotes, ofShop);
		const settled = readSettledFunds(items, date);
		const entries = await readFundsEntries(odoo, settled);
		const received = context.getNodeParameter('compareN8n', 0)
			? receivedBy(secondInput(context), date)
			: [];
		const compared = {
			...{ ...books, unreadable, funds: { settled, entries } },
			...(received.length > 0 && { n8n: new Map(received) }),
		};
		const differences = compareDay(compared);
		if (context.getNodeParameter('keepOpen', 0, false)) {
			const { mchid, today } = openListOf(context, Date.now());
			await updateOpenList(odoo, { mchid, date }, differences, today);
		}
		return [
			...differences.map((json) => ({ json, output: OUTPUTS[json.kind] ?? 2 })),
			...toItems([reconciliationReport(compared, differences)], 3),
		];
	};

/** What WeChat Pay is asked about again. Everything else is for a person. */
const OUTPUTS: Partial<Record<DifferenceKind, number>> = {
	missing_in_odoo: 0,
	refund_without_credit_note: 1,
	refund_open: 1,
};

/** Transaction numbers with their merchants. None at all means that no list is kept, not that nothing came. */
const receivedBy = (items: IDataObject[], date: string): Array<[string, string]> =>
	items.flatMap(({ transaction_id: id, mchid, day = date }) =>
		typeof id === 'string' && id !== '' && day === date
			? [[id, typeof mchid === 'string' ? mchid : '']]
			: [],
	);
