import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { OdooClient } from '../../../../lib/odoo/client';
import { readBankReceipts } from '../../../../lib/settlement/odoo/read-bank-receipts';
import { readRateTable } from '../../../../lib/settlement/odoo/currencies';
import { recordReceipts } from '../../../../lib/settlement/odoo/record-receipts';
import { toDecimal } from '../../../../lib/core/money';
import type { Unmatched } from '../../../../lib/settlement/match-receipts';
import { readPayout, type Payout } from '../../../../lib/settlement/payout';
import { readEach } from '../../../../lib/settlement/read-each';
import { readReceipt } from '../../../../lib/settlement/receipt';
import { toItems } from '../../../shared/operation';
import { runOnce } from '../../../shared/run-once';
import { withOdoo } from '../../../shared/with-odoo';
import { secondInput } from '../../../shared/read-then-work';

export { description } from '../../shared/receipt-fields';

const DAY_MS = 24 * 3600 * 1000;

/** Matches payouts with what came in at the bank, and divides each receipt among its orders. */
export const execute = runOnce(
	withOdoo(async (odoo, context) => {
		const given = context.getInputData(0).map(({ json }) => json);
		const [payouts, oddPayouts] = readEach(given, readPayout, 'payout');
		const { days = 7, percent = 3 } = context.getNodeParameter('receiptOptions', 0) as IDataObject;
		const fields = await receiptItems(context, odoo, payouts, Number(days));
		const [receipts, oddReceipts] = readEach(fields, readReceipt, 'receipt');
		const rates = await readRateTable(odoo, [
			...payouts.map(({ settled }) => settled.currency),
			...receipts.map(({ amount }) => amount.currency),
			'CNY',
		]);
		const { received, review } = await recordReceipts(odoo, payouts, receipts, {
			tolerance: {
				days: Number(days),
				basisPoints: Math.round(Number(percent) * 100),
				rate: rates.rate,
			},
			purposeCode: String(context.getNodeParameter('purposeCode', 0)).trim(),
			rates,
		});
		const odd = [...oddPayouts, ...oddReceipts];
		return [...toItems(received), ...toItems([...odd, ...review.map(reviewItem)], 1)];
	}),
);

async function receiptItems(
	context: IExecuteFunctions,
	odoo: OdooClient,
	payouts: Payout[],
	days: number,
): Promise<IDataObject[]> {
	if (context.getNodeParameter('receiptsFrom', 0) === 'input') {
		return secondInput(context);
	}
	if (payouts.length === 0) return [];
	const dates = payouts.map(({ date }) => date).sort();
	const until = Date.parse(dates.at(-1) ?? '') + days * DAY_MS;
	const receipts = await readBankReceipts(odoo, {
		journalId: Number(context.getNodeParameter('bankJournal', 0)),
		from: dates[0] ?? '',
		until: new Date(until).toISOString().slice(0, 10),
	});
	return receipts as IDataObject[];
}

const reviewItem = ({ payout, receipt, reason }: Unmatched): IDataObject => ({
	reason,
	...(payout && {
		payout: {
			batch_id: payout.batch_id,
			settlement_date: payout.date,
			settled: toDecimal(payout.settled),
			currency: payout.settled.currency,
		},
	}),
	...(receipt && {
		receipt: {
			reference: receipt.reference,
			date: receipt.date,
			amount: toDecimal(receipt.amount),
			currency: receipt.amount.currency,
		},
	}),
});
