import { readBankReceipts } from '../../../../../lib/settlement/odoo/read-bank-receipts';
import { readReceipt } from '../../../../../lib/settlement/receipt';
import { odooWithRows } from '../../odoo/odoo-with-rows';
import { currency } from './odoo-with-ledger';

const MODEL = 'account.bank.statement.line';
const FIELDS = [
	...['date', 'payment_ref', 'narration', 'transaction_details', 'amount', 'currency_id'],
	...['foreign_currency_id', 'amount_currency'],
];
const line = (id: number, more: object = {}) => ({
	...{ id, journal_id: [7, 'Bank'], date: '2026-11-24', payment_ref: 'NEFT 1', amount: 8400 },
	...{ currency_id: currency('INR'), foreign_currency_id: false, amount_currency: 0, ...more },
});
const DAYS = { from: '2026-11-22', until: '2026-11-29' };

it('reads incoming payments of the journal as items that are receipts', async () => {
	const lines = [
		line(1, {
			...{ narration: '<p>TENCENT <b>B1</b></p>', transaction_details: { bank: 'X' } },
			...{ foreign_currency_id: currency('USD'), amount_currency: -100 },
		}),
		line(2, { payment_ref: false }),
		line(3, { amount: -5 }),
		line(4, { date: '2026-11-30' }),
		line(5, { journal_id: [8, 'Other'] }),
	];
	const odoo = odooWithRows({ [MODEL]: lines }, () => true, FIELDS);
	const items = await readBankReceipts(odoo, { journalId: 7, ...DAYS });
	expect(items).toEqual([
		{
			...{ reference: 'NEFT 1', date: '2026-11-24', amount: 8400, currency: 'INR' },
			narration: expect.stringMatching(/^TENCENT +B1 +\{"bank":"X"\} bank line 1$/),
			...{ original_amount: 100, original_currency: 'USD' },
		},
		{
			...{ reference: 'bank line 2', narration: 'bank line 2', date: '2026-11-24' },
			...{ amount: 8400, currency: 'INR' },
		},
	]);
	expect(items.map((item) => readReceipt(item).amount.amount)).toEqual([840000, 840000]);
});

it('asks only for fields that this Odoo has', async () => {
	const odoo = odooWithRows({}, () => true, FIELDS);
	await readBankReceipts(odoo, { journalId: 7, ...DAYS });
	expect(odoo.calls.at(-1)?.params?.fields).toEqual(FIELDS);
});

it.each([0, NaN])('needs a journal, not %d', async (journalId) => {
	await expect(readBankReceipts(odooWithRows({}), { journalId, ...DAYS })).rejects.toMatchObject({
		code: 'ODOO_JOURNAL_MISSING',
	});
});

it('names the right that is missing', async () => {
	const odoo = odooWithRows({}, () => false);
	await expect(readBankReceipts(odoo, { journalId: 7, ...DAYS })).rejects.toMatchObject({
		code: 'ODOO_ACCESS_DENIED',
	});
});
