import { createDraftEntries } from '../../../../../lib/settlement/odoo/create-draft-entries';
import { rateTable } from '../../../../../lib/settlement/rate-table';
import { ratioFrom } from '../../../../../lib/settlement/ratio';
import { callsOf } from '../../odoo/odoo-with-rows';
import { answerExternalId } from '../../odoo/answer-external-id';
import { odooWithLedger } from './odoo-with-ledger';

const payout = {
	...{ batch_id: 'B.1', settlement_date: '2026-11-22', received_date: '2026-11-25' },
	...{ paid: '720.00', paid_currency: 'CNY', settled: '100.00', settled_currency: 'USD' },
	...{ settlement_fee: '0.60', received: '8350.00', received_currency: 'INR' },
	bank_charges: '50.00',
};
const accounts = {
	journalId: 3,
	accounts: { clearing: 10, transit: 11, fee: 12, bank: 13, charges: 14, difference: 15 },
};
const rates = rateTable(
	[
		{ currency: 'USD', date: '2026-11-01', perHome: ratioFrom('0.0125') },
		{ currency: 'CNY', date: '2026-11-01', perHome: ratioFrom('0.08') },
	],
	'INR',
);

it('creates two drafts, each with its lines', async () => {
	const { odoo } = odooWithLedger();
	expect(await createDraftEntries(odoo, payout, accounts, rates, false)).toEqual([
		{ kind: 'settled', account_move_id: 1, created: true },
		{ kind: 'received', account_move_id: 1, created: true },
	]);
	const [settled] = callsOf(odoo, 'account.move load');
	expect(settled?.context).toMatchObject({
		...{ mode: 'update', noupdate: true, default_move_type: 'entry' },
	});
	expect(settled?.params?.data).toEqual([
		[
			...['wechat_payout.B_1_settled', 'entry', '3', '2026-11-22', 'WeChat payout B.1'],
			...['10', 'WeChat payout B.1: paid by buyers', '1', '-720.00', '0.00', '9000.00'],
		],
		[
			...['', '', '', '', ''],
			...['11', 'WeChat payout B.1: settled', '2', '100.00', '8000.00', '0.00'],
		],
		[
			...['', '', '', '', ''],
			...['12', 'WeChat payout B.1: fee of WeChat', '2', '0.60', '48.00', '0.00'],
		],
		[...['', '', '', '', ''], ...['15', 'Exchange difference', '3', '952.00', '952.00', '0.00']],
	]);
});

it('finds drafts that exist, and creates none in a dry run', async () => {
	const ids: Record<string, [string, number]> = {
		'wechat_payout.B_1_settled': ['account.move', 77],
	};
	const known = odooWithLedger({}, (call) => answerExternalId(call, ids));
	expect(await createDraftEntries(known.odoo, payout, accounts, rates, true)).toEqual([
		{ kind: 'settled', account_move_id: 77, created: false },
		{ kind: 'received', account_move_id: null, created: true },
	]);
	expect(callsOf(known.odoo, 'account.move load')).toEqual([]);
});

it('names the rate that is missing', async () => {
	const { odoo } = odooWithLedger();
	const none = rateTable([], 'INR');
	await expect(createDraftEntries(odoo, payout, accounts, none, false)).rejects.toMatchObject({
		code: 'ODOO_RATE_MISSING',
		message: 'Odoo has no exchange rate from CNY to INR for 2026-11-22.',
	});
});
