import type { IDataObject } from 'n8n-workflow';

import { currencyExponent } from '../../../lib/core/money';
import type { PaidOrder } from '../../../lib/orders/model/paid-order';
import { readDailyRate } from '../../../lib/settlement/daily-rates';
import { writeRates } from '../../../lib/settlement/odoo/write-rates';
import { runSetUp } from '../../../lib/set-up/run-set-up';
import { setUpSteps } from '../../../lib/set-up/set-up-steps';
import { moneyInOdoo } from '../support/money-in-odoo';
import { ratesOf } from '../support/money-stages';
import { record } from '../support/recording';
import { useSettledShop } from '../support/settled-shop';
import { VERSIONS } from '../support/versions';

/** Orders of a month, in each currency. */
const ORDERS = Number(process.env.MONTH_ORDERS ?? 60);
const [DAYS, PAYOUTS, BATCH] = [28, 4, 100];
const MCHID = 'airwallex:acct_month';

/** Currencies paid, settled and received, with the amount of one unit of the one before in each. */
const BOOKS: Array<[received: string, paid: string, settled: string, rates: [number, number]]> = [
	['INR', 'CNY', 'USD', [0.1402, 83.917]],
	['AED', 'CNY', 'AED', [0.5081, 1]],
	['HKD', 'HKD', 'HKD', [1, 1]],
	['JPY', 'CNY', 'HKD', [1.0931, 19.731]],
];

/** An amount of smallest units in another currency, as a bank rounds it. */
const convert = (amount: number, from: string, to: string, rate: number): number =>
	Math.round(amount * rate * 10 ** (currencyExponent(to) - currencyExponent(from)));

const text = (amount: number, currency: string): string => {
	const digits = currencyExponent(currency);
	return (amount / 10 ** digits).toFixed(digits);
};

const total = (amounts: number[]): number => amounts.reduce((all, amount) => all + amount, 0);

/** Every order of a month on its way from the buyer to the bank. */
describe.each(VERSIONS)('A month of money in Odoo %s', (version) => {
	const shop = useSettledShop(version);
	const { entries } = moneyInOdoo(shop);

	beforeAll(async () => {
		const currencies = ['CNY', 'USD', 'INR', 'HKD', 'AED', 'JPY'];
		const made = await runSetUp(shop().administrator, setUpSteps({ currencies }));
		expect(made.filter(({ status }) => !['made', 'exists'].includes(status))).toEqual([]);
		const date = shop().days[0]!;
		const others = ['HKD', 'AED', 'JPY'].map((to) =>
			readDailyRate({ from: 'USD', to, rate: '7.5', date }),
		);
		await writeRates(shop().administrator, [...(await ratesOf(shop())), ...others], false);
	}, 600_000);

	it.each(BOOKS)(
		`%s: the ledger of ${ORDERS} orders equals statements and receipts to the last unit, also when all of it runs twice`,
		async (receivedIn, paidIn, settledIn, [toSettled, toReceived]) => {
			const idOf = (index: number) => `int_month_${receivedIn}_${index}`;
			const paidFor = (index: number) => 1_000 + ((index * 7_919) % 90_001);
			const numbers = Array.from({ length: ORDERS }, (_, index) => index);
			const [template] = shop().payments;
			const orders = numbers.map((index): PaidOrder => {
				const amount = { total: paidFor(index), payer_total: paidFor(index), currency: paidIn };
				const ids = { transaction_id: idOf(index), out_trade_no: `M-${receivedIn}-${index}` };
				const changed = { ...template!, mchid: MCHID, ...ids };
				const order = shop().order({ ...changed, amount: { ...template!.amount, ...amount } });
				return { ...order, payment: { ...order.payment, amount: { currency: paidIn } } };
			});
			for (let at = 0; at < orders.length; at += BATCH)
				await record(shop().user, orders.slice(at, at + BATCH));

			const dayOf = (days: number) =>
				new Date(Date.UTC(2026, 8, 1 + days)).toISOString().slice(0, 10);
			const rowOf = (index: number, paid: number, day: number, refund_id = '') => {
				const settled = convert(paid, paidIn, settledIn, toSettled);
				const fee = Math.round(settled * 0.029);
				const payout = Math.min(Math.floor((day * PAYOUTS) / DAYS), PAYOUTS - 1);
				return { index, paid, day, refund_id, settled, fee, payout };
			};
			// One order in fifteen is refunded in part, up to a fortnight later and so by another payout.
			const rows = numbers.flatMap((index) => {
				const day = index % DAYS;
				const payment = rowOf(index, paidFor(index), day);
				const refund = () => rowOf(index, -333, Math.min(day + 14, DAYS - 1), `rfd_${idOf(index)}`);
				return index % 15 === 0 ? [payment, refund()] : [payment];
			});
			const items = rows.map(
				({ index, paid, day, refund_id, settled, fee, payout }): IDataObject => ({
					...{ transaction_id: idOf(index), date: dayOf(day), currency: paidIn },
					...{ paid: text(paid, paidIn), ...(refund_id !== '' && { refund_id }) },
					...{ settled: text(settled, settledIn), settled_currency: settledIn },
					...{ fee: text(fee, settledIn), payout_id: `PO-${receivedIn}-${payout}` },
					payout_date: dayOf(DAYS + payout),
				}),
			);
			const truth = {
				paid: total(rows.map(({ paid }) => paid)),
				settled: total(rows.map(({ settled }) => settled)),
				paid_out: total(rows.map(({ settled, fee }) => settled - fee)),
			};

			const ledger = async () => await entries(['x_key', 'like', `int_month_${receivedIn}_`]);
			const sumOf = (some: IDataObject[], leg: string, currency: string) =>
				Math.round(
					total(some.filter(({ x_leg }) => x_leg === leg).map(({ x_amount }) => Number(x_amount))) *
						10 ** currencyExponent(currency),
				);
			let before: IDataObject[] = [];
			for (const status of ['recorded', 'known']) {
				const parameters = { acquirerMchid: MCHID };
				const [settled, lost, payouts] = await shop().run(
					'recordAcquirerPayout',
					items,
					parameters,
				);
				expect(lost).toEqual([]);
				const statuses = settled!.map(({ json }) => (json.settlement as IDataObject).status);
				expect(statuses).toEqual(rows.map(() => status));
				const paidOut = payouts!.map(({ json }) => json);
				expect(total(paidOut.map(({ settled_fen }) => Number(settled_fen)))).toBe(truth.paid_out);

				const credited = paidOut.map(({ settled_fen }) =>
					convert(Number(settled_fen), settledIn, receivedIn, toReceived),
				);
				const receipts = paidOut.map(({ batch_id }, index) => ({
					...{ reference: `NEFT ${String(batch_id)}`, narration: String(batch_id) },
					...{ date: dayOf(DAYS + PAYOUTS), currency: receivedIn },
					amount: text(credited[index]!, receivedIn),
				}));
				const fromInput = { receiptsFrom: 'input', purposeCode: '' };
				const [divided, review] = await shop().run('recordReceipts', paidOut, fromInput, receipts);
				expect(review).toEqual([]);
				expect(divided!.map(({ json }) => json.status)).toEqual(paidOut.map(() => status));

				const now = await ledger();
				expect(sumOf(now, 'paid', paidIn)).toBe(truth.paid);
				expect(sumOf(now, 'settled', settledIn)).toBe(truth.settled);
				expect(sumOf(now, 'paid_out', settledIn)).toBe(truth.paid_out);
				expect(sumOf(now, 'received', receivedIn)).toBe(total(credited));
				if (status === 'known') expect(now).toEqual(before);
				before = now;
			}
		},
		900_000,
	);
});
