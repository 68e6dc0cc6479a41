import type { IDataObject } from 'n8n-workflow';

import { currencyExponent } from '../../../lib/core/money';
import { readDailyRate } from '../../../lib/settlement/daily-rates';
import { LEDGER_MODEL } from '../../../lib/settlement/odoo/ledger-model';
import { writeRates } from '../../../lib/settlement/odoo/write-rates';
import { runSetUp } from '../../../lib/set-up/run-set-up';
import { setUpSteps } from '../../../lib/set-up/set-up-steps';
import { moneyInOdoo } from '../support/money-in-odoo';
import { ratesOf } from '../support/money-stages';
import { record } from '../support/recording';
import { useSettledShop } from '../support/settled-shop';
import { VERSIONS } from '../support/versions';

const MCHID = 'airwallex:acct_a1';
const CURRENCIES = ['CNY', 'USD', 'INR', 'HKD', 'AED', 'GBP', 'JPY', 'KWD'];

/** What became of the buyers' money, leg by leg, and the amount of one unit of the first in each. */
const CHAINS: Array<[legs: [string, string, string, string], rates: [number, number, number]]> = [
	[
		['HKD', 'HKD', 'USD', 'INR'],
		[1, 0.1278, 83.917],
	],
	[
		['CNY', 'AED', 'AED', 'AED'],
		[0.5081, 1, 1],
	],
	[
		['AED', 'AED', 'AED', 'AED'],
		[1, 1, 1],
	],
	[
		['JPY', 'JPY', 'USD', 'INR'],
		[1, 0.0067, 84.013],
	],
	[
		['GBP', 'GBP', 'KWD', 'KWD'],
		[1, 0.389, 1],
	],
	[
		['CNY', 'HKD', 'HKD', 'JPY'],
		[1.0931, 1, 19.731],
	],
];

/** An amount of smallest units as decimal text. */
const text = (amount: number, currency: string): string => {
	const digits = currencyExponent(currency);
	return (amount / 10 ** digits).toFixed(digits);
};

/** An acquirer's payout file as a leg of the ledger. */
describe.each(VERSIONS)('Payouts of an acquirer in Odoo %s', (version) => {
	const shop = useSettledShop(version);
	const { entries } = moneyInOdoo(shop);

	beforeAll(async () => {
		// The ledger as an earlier version made it, without this leg.
		const { admin } = shop().shop;
		const [column] = await admin.call<number[]>('ir.model.fields', 'search', [
			[
				['model', '=', LEDGER_MODEL.model],
				['name', '=', 'x_leg'],
			],
		]);
		const selection = "[('paid', 'Paid'), ('settled', 'Settled'), ('received', 'Received')]";
		await admin.call('ir.model.fields', 'write', [[column], { selection }]);
		const made = await runSetUp(shop().administrator, setUpSteps({ currencies: CURRENCIES }));
		expect(made.filter(({ status }) => !['made', 'exists'].includes(status))).toEqual([]);
		const date = shop().days[0]!;
		const others = ['HKD', 'AED', 'GBP', 'JPY', 'KWD'].map((to) =>
			readDailyRate({ from: 'USD', to, rate: '7.5', date }),
		);
		const rates = [...(await ratesOf(shop())), ...others];
		await writeRates(shop().administrator, rates, false);
	}, 600_000);

	it.each(CHAINS)('%p: ledger, payout and receipt agree to the last unit', async (legs, rates) => {
		const [paidIn, settledIn, payoutIn, receivedIn] = legs;
		const name = legs.join('-');
		const [date, payout_date, received] = shop().days;
		const [template] = shop().payments;
		const totals = [10_001, 7_777, 12_345];
		const orders = totals.map((total, index) => {
			const order = shop().order({
				...template!,
				...{
					mchid: MCHID,
					transaction_id: `int_${name}_${index}`,
					out_trade_no: `${name}-${index}`,
				},
				amount: { ...template!.amount, total, payer_total: total, currency: paidIn },
			});
			return { ...order, payment: { ...order.payment, amount: { currency: paidIn } } };
		});
		await record(shop().user, orders);
		const row = (amount: number, more: IDataObject): IDataObject => {
			const units = 10 ** (currencyExponent(settledIn) - currencyExponent(paidIn));
			const settled = Math.round(amount * rates[0] * units);
			const fee = Math.round(settled * 0.029);
			const toPayout = 10 ** (currencyExponent(payoutIn) - currencyExponent(settledIn));
			const payout = Math.round((settled - fee) * rates[1] * toPayout);
			return {
				...{ date, payout_id: `PO-${name}`, payout_date, currency: paidIn },
				paid: text(amount, paidIn),
				...(settledIn !== paidIn && { settled: text(settled, settledIn) }),
				...{ settled_currency: settledIn, fee: text(fee, settledIn) },
				...(payoutIn !== settledIn && { payout: text(payout, payoutIn) }),
				...{ payout_currency: payoutIn, ...more },
			};
		};
		const rows = [
			...totals.map((total, index) => row(total, { transaction_id: `int_${name}_${index}` })),
			row(-3_333, { transaction_id: `int_${name}_0`, refund_id: `rfd_${name}` }),
		];
		const parameters = { acquirerMchid: MCHID };
		const [recorded, lost, payouts] = await shop().run('recordAcquirerPayout', rows, parameters);
		expect(lost).toEqual([]);
		const statuses = (items: Array<{ json: IDataObject }> = []) =>
			items.map(({ json }) => (json.settlement as IDataObject).status);
		expect(statuses(recorded)).toEqual(rows.map(() => 'recorded'));
		expect(payouts).toHaveLength(1);
		const [again] = await shop().run('recordAcquirerPayout', rows, parameters);
		expect(statuses(again)).toEqual(rows.map(() => 'known'));

		const payout = payouts![0]!.json;
		const toReceived = 10 ** (currencyExponent(receivedIn) - currencyExponent(payoutIn));
		const credited = Math.round(Number(payout.settled_fen) * rates[2] * toReceived);
		const receipt = {
			...{ reference: `NEFT PO-${name}`, narration: `PO-${name}`, date: received },
			...{ amount: text(credited, receivedIn), currency: receivedIn },
		};
		const fromInput = { receiptsFrom: 'input', purposeCode: '' };
		for (const status of ['recorded', 'known']) {
			const [divided, review] = await shop().run('recordReceipts', [payout], fromInput, [receipt]);
			expect(review).toEqual([]);
			expect(divided).toMatchObject([{ json: { status, orders: 3, settled: payout.settled } }]);
		}

		const own = (await entries()).filter(({ x_key }) => String(x_key).includes(`int_${name}_`));
		const sumOf = (leg: string) => {
			const some = own.filter(({ x_leg }) => x_leg === leg);
			const [, currency = ''] = (some[0]?.x_currency_id ?? []) as unknown as [number, string];
			const sum = some.reduce((all, { x_amount }) => all + Number(x_amount), 0);
			return [currency, Math.round(sum * 10 ** currencyExponent(currency))];
		};
		expect(sumOf('paid')).toEqual([paidIn, 10_001 + 7_777 + 12_345 - 3_333]);
		expect(sumOf('paid_out')).toEqual([payoutIn, payout.settled_fen]);
		expect(sumOf('received')).toEqual([receivedIn, credited]);
		const fields = ['x_wechat_money', 'x_wechat_paid', 'x_wechat_received'];
		const more = ['x_wechat_settled_currency', 'x_wechat_received_currency'];
		const sales = await shop().shop.admin.call<IDataObject[]>('sale.order', 'search_read', [
			[['client_order_ref', '=', `int_${name}_1`]],
			[...fields, ...more],
		]);
		expect(sales).toMatchObject([
			{
				x_wechat_money: 'received',
				x_wechat_paid: 7_777 / 10 ** currencyExponent(paidIn),
				...{ x_wechat_settled_currency: settledIn, x_wechat_received_currency: receivedIn },
			},
		]);
	});

	it('a payout that also pays for cards gives the orders only their part, and one without its order is not divided', async () => {
		const [date, payout_date, received] = shop().days;
		const payout = { payout_id: 'PO-MIXED', payout_date, payout_currency: 'AED' };
		const of = { date, currency: 'AED' };
		const order = { transaction_id: 'int_AED-AED-AED-AED_2', ...of };
		const rows = [
			{ ...payout, ...order, refund_id: 'rfd_mixed', paid: '-25.00' },
			{ ...payout, payout: '125.00' },
		];
		const unknown = { ...payout, ...of, transaction_id: 'int_unknown', paid: '1.00' };
		const parameters = { acquirerMchid: MCHID };
		const receipt = { reference: 'PO-MIXED', date: received, amount: '100.00', currency: 'AED' };
		const run = async (some: IDataObject[]) => {
			const [, lost, payouts] = await shop().run('recordAcquirerPayout', some, parameters);
			const items = payouts!.map(({ json }) => json);
			const fromInput = { receiptsFrom: 'input', purposeCode: '' };
			return [lost, ...(await shop().run('recordReceipts', items, fromInput, [receipt]))];
		};
		const [lost, nothing, review] = await run([...rows, unknown]);
		expect(lost).toMatchObject([{ json: { transaction_id: 'int_unknown' } }]);
		expect(nothing).toEqual([]);
		expect(review).toMatchObject([
			{ json: { reason: expect.stringContaining('Record Acquirer Payout with all rows') } },
		]);
		const [, divided] = await run(rows);
		expect(divided).toMatchObject([{ json: { orders: 1, received: '100.00' } }]);
		const shares = await entries(['x_payout', '=', 'PO-MIXED'], ['x_leg', '=', 'received']);
		expect(shares.map(({ x_amount }) => x_amount)).toEqual([-25]);
	});
});
