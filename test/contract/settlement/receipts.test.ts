import type { IDataObject } from 'n8n-workflow';

import { openBankJournal } from '../../support/bank-journal';
import { writeRates } from '../../../lib/settlement/odoo/write-rates';
import { isBefore } from '../../../tools/services/odoo-versions';
import { invoice } from '../support/credit-notes';
import { deliver } from '../support/deliveries';
import { moneyInOdoo, sum } from '../support/money-in-odoo';
import { record } from '../support/recording';
import { bankReceipts, openPayouts, ratesOf, stamped } from '../support/money-stages';
import { useSettledShop } from '../support/settled-shop';
import { VERSIONS } from '../support/versions';

/** What came in at the bank. Runs behind the statements. */
describe.each(VERSIONS)('Receipts in Odoo %s', (version) => {
	const shop = useSettledShop(version, stamped);
	const { entries, orderOf, orderRow } = moneyInOdoo(shop);

	it('writes rates in the currency of the company', async () => {
		const items = await ratesOf(shop());
		const first = await writeRates(shop().administrator, items, false);
		expect(first.map(({ status }) => status)).not.toContain('known');
		const again = await writeRates(shop().administrator, items, false);
		expect(again.map(({ status }) => status)).not.toContain('written');
	});

	let payouts: IDataObject[];
	let receipts: IDataObject[];
	beforeAll(async () => {
		payouts = await openPayouts(shop());
		receipts = bankReceipts(shop(), payouts);
	});

	it('is divided among the orders to the paisa, once', async () => {
		expect(payouts.length).toBeGreaterThan(1);
		const stranger = { reference: 'RENT', date: shop().days[3], amount: '1.00', currency: 'INR' };
		const odd = { reference: 'ODD', date: 'soon', amount: '1.00', currency: 'INR' };
		const all = [...receipts, odd, stranger];
		const parameters = { receiptsFrom: 'input', purposeCode: 'P0102' };
		const [recorded, review] = await shop().run('recordReceipts', payouts, parameters, all);
		expect(recorded?.map(({ json }) => json.status)).toEqual(payouts.map(() => 'recorded'));
		expect(review?.map(({ json }) => (json.receipt as IDataObject).reference)).toEqual([
			...['ODD', 'RENT'],
		]);
		const shares = await entries(['x_leg', '=', 'received']);
		const wanted = receipts.reduce((all, { amount }) => all + Math.round(Number(amount) * 100), 0);
		expect(sum(shares)).toBe(wanted);
		expect(sum(await entries(['x_leg', '=', 'bank_charge']))).toBe(-1180 * payouts.length);
		const [again] = await shop().run('recordReceipts', payouts, parameters, all);
		expect(again?.map(({ json }) => json.status)).toEqual(payouts.map(() => 'known'));
		expect(await entries(['x_leg', '=', 'received'])).toHaveLength(shares.length);
		expect(await orderOf(shop().payments[1]!)).toMatchObject({ x_wechat_money: 'received' });
		expect(recorded?.[0]?.json).toMatchObject({
			settlement_spread_percent: expect.stringMatching(/^-?0\.\d\d$/),
			purpose_code: 'P0102',
		});
	});

	it('a payout that is not the sum of its days goes to a person', async () => {
		const wrong = {
			...payouts[0]!,
			batch_id: '999',
			settled_fen: Number(payouts[0]!.settled_fen) + 1,
		};
		const receipt = { ...receipts[0]!, reference: 'NEFT 999' };
		const [recorded, review] = await shop().run(
			'recordReceipts',
			[wrong],
			{ receiptsFrom: 'input' },
			[receipt],
		);
		expect(recorded).toEqual([]);
		expect(review?.[0]?.json.reason).toContain('0.01 USD are missing in Odoo');
	});

	it('gives the register, open items, margins and a page', async () => {
		const [rows] = await shop().run('getRemittanceRegister', payouts, { purposeCode: 'P0102' });
		expect(rows).toHaveLength(payouts.length);
		expect(rows?.[0]?.json).toMatchObject({ bank_reference: expect.stringContaining('NEFT') });
		const [items] = await shop().run('getOpenItems', [{}]);
		expect(items?.map(({ json }) => json.waits_for)).toEqual(['settlement']);
		const [margins, others] = await shop().run('getMargins', [{}], { reportCurrency: 'INR' });
		expect(margins?.[0]?.json).toMatchObject({ currency: 'INR' });
		expect(Number(margins?.[0]?.json.received)).toBeGreaterThan(0);
		expect(others).toEqual([]);
		const [[page] = []] = await shop().run('createReport', payouts, { reportCurrency: 'INR' });
		expect(page?.json.html).toContain('<svg');
		expect(page?.binary?.data).toMatchObject({ mimeType: 'text/html' });
	});

	it('gives the register of exports with the documents of the second input', async () => {
		const { admin } = shop().shop;
		const [order, other] = await Promise.all(
			[1, 3].map(async (index) => (await orderRow(shop().payments[index]!))!),
		);
		const invoiced = !isBefore(version, '15');
		if (invoiced) await invoice(shop().shop, order!.id);
		const [china] = await admin.call<number[]>('res.country', 'search', [[['code', '=', 'CN']]]);
		const [india] = await admin.call<number[]>('res.country', 'search', [[['code', '=', 'IN']]]);
		const buyers: Array<[number, number]> = [
			[order!.partner_shipping_id[0], china!],
			[other!.partner_shipping_id[0], india!],
		];
		for (const [contact, country] of buyers)
			await admin.call('res.partner', 'write', [[contact], { country_id: country }]);
		await deliver(shop().shop, order!.id);
		const documents = [
			{ order: order!.name, shipping_bill: 'SB 4711', shipping_bill_date: '20261125' },
			{ order: 'S99999', fira: 'F1' },
			{ order: order!.name, fira_date: 'soon' },
		];
		const parameters = {
			...{ homeCountry: 'IN', realisationMonths: 15, evidenceDays: 90, documentsFromInput: true },
			fixedColumns: { ad_code: '0123456', purpose_code: 'P0102' },
		};
		const [rows, review] = await shop().run('getExportRegister', [{}], parameters, documents);
		const names = rows?.map(({ json }) => json.order);
		expect(names).toContain(order!.name);
		expect(names).not.toContain(other!.name);
		const row = rows?.find(({ json }) => json.order === order!.name)?.json;
		expect(row).toMatchObject({
			...{ buyer_country: 'CN', shipping_bill: 'SB 4711', shipping_bill_date: '2026-11-25' },
			...{ ad_code: '0123456', purpose_code: 'P0102', open: '', overdue: false },
			...{ received_currency: 'INR', bank_reference: expect.stringContaining('NEFT') },
			realise_by: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
		});
		if (invoiced) expect(row).toMatchObject({ invoice_value: '1.00', invoice_currency: 'CNY' });
		expect(review?.map(({ json }) => json.reason)).toEqual([
			'fira_date is not a date (year-month-day).',
			'The register of these days has no such order.',
		]);
	});

	it('names every order whose margin cannot be reckoned, where Odoo lacks a rate', async () => {
		const reportCurrency = 'GBP';
		const sold = await shop().shop.admin.call<Array<{ name: string }>>(
			'sale.order',
			'search_read',
			[
				[
					['origin', '=like', 'WeChat Pay %'],
					['state', '=', 'sale'],
				],
				['name'],
			],
		);
		const [margins, others = []] = await shop().run('getMargins', [{}], { reportCurrency });
		expect(margins).toEqual([]);
		const names = sold.map(({ name }) => name).sort();
		expect(names.length).toBeGreaterThan(3);
		expect(others.map(({ json }) => json.order).sort()).toEqual(names);
		for (const { json } of others) expect(json.reason).toMatch(/to GBP .*Write Exchange Rates/);
		const [[page] = []] = await shop().run('createReport', payouts, { reportCurrency });
		expect(page?.json.orders_without_margin).toBe(names.length);
		for (const name of names) expect(page?.json.html).toContain(name);
	});

	// Odoo 14 comes without a chart of accounts.
	if (!isBefore(version, '15')) {
		it('is read from the bank statement lines of Odoo', async () => {
			const { admin } = shop().shop;
			const journal = await openBankJournal(admin, shop().shop.server.admin.login);
			const later = shop().pay(3, 50_000);
			await record(shop().user, [shop().order(later)]);
			await shop().run('recordStatement', await shop().statement(3));
			const known = payouts.map(({ batch_id }) => batch_id);
			const newer = (await shop().payouts()).filter(({ batch_id }) => !known.includes(batch_id));
			expect(newer).toHaveLength(1);
			const day = String(newer[0]!.settlement_date).replace(/(....)(..)(..)/, '$1-$2-$3');
			const line = async (payment_ref: string, amount: number) =>
				await admin.call('account.bank.statement.line', 'create', [
					{ journal_id: journal, date: day, payment_ref, amount },
				]);
			await line(`NEFT ${String(newer[0]!.batch_id)} WECHAT`, 5912.34);
			await line('NEFT UNKNOWN', 17);
			const parameters = { receiptsFrom: 'odoo', bankJournal: journal };
			const [recorded, review] = await shop().run('recordReceipts', newer, parameters);
			expect(recorded?.[0]?.json).toMatchObject({
				...{ status: 'recorded', received: '5912.34', received_currency: 'INR' },
				shares: [{ transaction_id: later.transaction_id, received: '5912.34' }],
			});
			expect(review).toHaveLength(1);
			const [again] = await shop().run('recordReceipts', newer, parameters);
			expect(again?.[0]?.json).toMatchObject({ status: 'known' });
		});
	}
});
