import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { readRateTable } from '../../../../lib/settlement/odoo/currencies';
import { createDraftEntries } from '../../../../lib/settlement/odoo/create-draft-entries';
import { readBookedPayout } from '../../../../lib/settlement/payout-entries';
import { dryRunField, inputNotice } from '../../../shared/operation-fields';
import { runPerItem } from '../../../shared/run-per-item';
import { withOdoo } from '../../../shared/with-odoo';

const choice = (
	displayName: string,
	name: string,
	loadOptionsMethod: string,
	what: string,
): INodeProperties => ({
	displayName: `${displayName} Name or ID`,
	name,
	type: 'options',
	typeOptions: { loadOptionsMethod },
	default: '',
	required: true,
	description: `${what}. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.`,
});
const account = (displayName: string, name: string, what: string) =>
	choice(displayName, name, 'getAccounts', what);

export const description: INodeProperties[] = [
	inputNotice(
		'settlement',
		'createDraftEntries',
		'Input: the rows of Record Receipts or Get Remittance Register',
	),
	...updateDisplayOptions(
		{ show: { resource: ['settlement'], operation: ['createDraftEntries'] } },
		[
			choice('Journal', 'entryJournal', 'getGeneralJournals', 'Journal of the draft entries'),
			account('Clearing Account', 'clearingAccount', 'Amounts paid by buyers, in their currency'),
			account(
				'Transit Account',
				'transitAccount',
				'Amounts settled by WeChat and not paid out yet',
			),
			account('Fee Account', 'feeAccount', 'Fees of WeChat'),
			account('Bank Account', 'bankAccount', 'Account of the bank that receives the payouts'),
			account('Charges Account', 'chargesAccount', 'Charges of the bank'),
			account('Difference Account', 'differenceAccount', 'Exchange gains and losses'),
		],
	),
	dryRunField('settlement', ['createDraftEntries'], 'Odoo'),
];

/** Drafts the accounting entries of each payout that came in. */
export const execute = runPerItem(
	withOdoo(async (odoo, context, index, { json }) => {
		const payout = readBookedPayout(json);
		const id = (name: string) => Number(context.getNodeParameter(name, index));
		const currencies = [payout.paid_currency, payout.settled_currency, payout.received_currency];
		const entries = await createDraftEntries(
			odoo,
			payout,
			{
				journalId: id('entryJournal'),
				accounts: {
					clearing: id('clearingAccount'),
					transit: id('transitAccount'),
					fee: id('feeAccount'),
					bank: id('bankAccount'),
					charges: id('chargesAccount'),
					difference: id('differenceAccount'),
				},
			},
			await readRateTable(odoo, currencies),
			context.getNodeParameter('dryRun', index) as boolean,
		);
		return { json: { ...json, odoo: { entries } } };
	}),
);
