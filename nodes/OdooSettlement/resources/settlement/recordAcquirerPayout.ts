import { updateDisplayOptions, type IDataObject, type INodeProperties } from 'n8n-workflow';

import {
	acquirerPayouts,
	type AcquirerPayout,
} from '../../../../lib/settlement/acquirer-payout-entries';
import {
	readAcquirerPayoutRow,
	type AcquirerPayoutRow,
} from '../../../../lib/settlement/acquirer-payout-row';
import { recordAcquirerPayout } from '../../../../lib/settlement/odoo/record-acquirer-payout';
import type { RecordedRow } from '../../../../lib/settlement/odoo/record-entries';
import { readEach } from '../../../../lib/settlement/read-each';
import { toItems, type OutputItem } from '../../../shared/operation';
import { inputNotice } from '../../../shared/operation-fields';
import { runOnce } from '../../../shared/run-once';
import { withOdoo } from '../../../shared/with-odoo';

const properties: INodeProperties[] = [
	{
		displayName: 'Merchant ID',
		name: 'acquirerMchid',
		type: 'string',
		default: '',
		placeholder: 'e.g. airwallex:acct_1PqABC',
		description:
			'The mchid of the orders, for rows that do not name it: the acquirer and its account, as Payment: From Acquirer writes it',
	},
];

export const description: INodeProperties[] = [
	inputNotice(
		'settlement',
		'recordAcquirerPayout',
		"Input: the rows of the acquirer's payout file, with the columns named as in the documentation. A file can be repeated.",
	),
	...updateDisplayOptions(
		{ show: { resource: ['settlement'], operation: ['recordAcquirerPayout'] } },
		properties,
	),
];

/** Records the rows of payout files, and gives the payouts that they add up to. */
export const execute = runOnce(
	withOdoo(async (odoo, context) => {
		const mchid = String(context.getNodeParameter('acquirerMchid', 0)).trim();
		const given = context.getInputData(0).map(({ json }) => json);
		const [rows, odd] = readEach(given, (json) => readAcquirerPayoutRow(json, mchid), 'row');
		const ofOrders = rows.filter(({ transaction_id }) => transaction_id !== '');
		const recorded = await recordAcquirerPayout(odoo, ofOrders);
		const outcomes = ofOrders.map((row, index) => outcome(row, recorded[index]));
		const payouts: AcquirerPayout[] = acquirerPayouts(rows);
		return [...outcomes, ...toItems(odd, 1), ...toItems(payouts, 2)];
	}),
);

function outcome(row: AcquirerPayoutRow, settlement: RecordedRow | undefined): OutputItem {
	const { transaction_id, refund_id, payout_id } = row;
	const json: IDataObject = { transaction_id, ...(refund_id && { refund_id }), payout_id };
	if (settlement) return { json: { ...json, settlement } };
	const reason = `Odoo has no order of payment ${transaction_id}. Record the payment, then this file again. Leave transaction_id empty in rows that are not of WeChat orders.`;
	return { json: { ...json, settlement: { status: 'no_order', reason } }, output: 1 };
}
