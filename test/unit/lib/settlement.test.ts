import { openAccount } from '../../../lib/wechat-pay/keys/open-account';
import { fetchSettlements } from '../../../lib/wechat-pay/api/settlements';
import { fetchStatement } from '../../../lib/wechat-pay/bills/fetch-bill';
import type { WechatPayAccount } from '../../../lib/wechat-pay/keys/account';
import { currencyExponent, toDecimal } from '../../../lib/core/money';
import { orderMoney } from '../../../lib/settlement/order-money';
import { checkPayout, orderNets, readPayout } from '../../../lib/settlement/payout';
import { convert, ratioFrom } from '../../../lib/settlement/ratio';
import { readReceipt } from '../../../lib/settlement/receipt';
import { receiptEntries } from '../../../lib/settlement/receipt-entries';
import { remittance } from '../../../lib/settlement/remittance-register';
import { statementEntries } from '../../../lib/settlement/statement-entries';
import { readStatementRow } from '../../../lib/settlement/statement-row';
import { groupBy } from '../../../lib/core/collections';
import { seededRandom, type Sandbox } from '../../../sandbox';
import { sharedSandbox } from '../../support/shared-sandbox';
import { testContext } from './wechat-pay/context';
import { ledger } from './settlement/ledger';

const DAYS = 30;
const DAY_MS = 24 * 3_600_000;
const START = Date.parse('2026-10-01T09:00:00+08:00');
const dayOf = (index: number) => new Date(START + index * DAY_MS).toISOString().slice(0, 10);

/** The currency that WeChat settles in, that of the bank account, units of it for one of the other, and how many orders. */
const BOOKS = [
	['USD', 'INR', '84.123', 3000],
	['AED', 'AED', '1', 3000],
	['HKD', 'HKD', '1', 3000],
	['JPY', 'JPY', '1', 3000],
	['GBP', 'GBP', '1', 300],
	['USD', 'KWD', '0.30671', 300],
] as const;

describe.each(BOOKS)(
	'a month of orders that WeChat settles in %s and the bank receives in %s',
	(settles, home, rate, count) => {
		let sandbox: Sandbox;
		let clock = START;
		const context = testContext({ now: () => clock });
		beforeAll(async () => {
			sandbox = await sharedSandbox({
				...{ now: () => clock, random: seededRandom(settles), settlementCurrency: settles },
				payoutFrom: 0,
			});
			for (let index = 0; index < count; index += 1) {
				clock = START + Math.floor((index * DAYS) / count) * DAY_MS + (index % 100) * 60_000;
				const total = 4900 + ((index * 7919) % 90_000);
				const payment = sandbox.pay({ total });
				if (index % 11 === 0) sandbox.refund(payment, { refund: Math.floor(total / 3) });
				if (index % 17 === 0 && index % 11 !== 0) sandbox.refund(payment, { refund: total });
			}
			clock = START + 40 * DAY_MS;
		}, 120_000);
		afterAll(async () => await sandbox.stop());

		it('has a ledger that equals statements and receipts to the last unit, also when it runs twice', async () => {
			const account: WechatPayAccount = { ...openAccount(sandbox.credential), region: 'global' };
			const book = ledger();
			const chains = new Set<string>();
			const statements = { settled: 0, fee: 0, paid: 0 };
			const recordAll = async (isFirst: boolean) => {
				let appended = 0;
				for (let index = 0; index < DAYS; index += 1) {
					const date = dayOf(index);
					const { items, sha1 } = await fetchStatement(account, date, context);
					const rows = items.flatMap(
						(item) => readStatementRow({ ...item, bill: { kind: 'statement', date, sha1 } }) ?? [],
					);
					for (const { settled, fee, paid } of isFirst ? rows : []) {
						chains.add([paid.currency, settled.currency, fee.currency].join());
						statements.settled += settled.amount;
						statements.fee += fee.amount;
						statements.paid += paid.amount;
					}
					appended += book.append(rows.flatMap(statementEntries));
				}
				return appended;
			};
			await recordAll(true);
			expect([...chains]).toEqual([`CNY,${settles},${settles}`]);
			expect(book.sum(({ leg }) => leg === 'paid')).toBe(statements.paid);
			expect(book.sum(({ leg }) => leg === 'settled')).toBe(statements.settled);
			expect(book.sum(({ leg }) => leg === 'fee')).toBe(0 - statements.fee);

			const request = { state: 'SETTLED' as const, from: '2026-10-01', until: '2026-11-30' };
			const payouts = (await fetchSettlements(account, request, context)).map(readPayout);
			const checked = payouts.map((payout) => {
				const own = book.entries.filter(
					({ leg, date }) =>
						['settled', 'fee'].includes(leg) && date >= payout.from && date <= payout.until,
				);
				return checkPayout(payout, orderNets(own));
			});
			expect(checked.filter(({ problem }) => problem)).toEqual([]);
			const charges = toDecimal({ amount: 3, currency: home });
			const receipts = payouts.map(({ settled, batch_id, date }) => {
				const gross = convert(settled, ratioFrom(rate), home);
				const amount = toDecimal({ ...gross, amount: gross.amount - 3 });
				return readReceipt({ reference: batch_id, date, amount, currency: home, charges });
			});
			const receiveAll = () =>
				checked.reduce(
					(sum, one, index) => sum + book.append(receiptEntries(one, receipts[index]!)),
					0,
				);
			expect(receiveAll()).toBeGreaterThan(count);
			const credited = receipts.reduce((sum, { amount }) => sum + amount.amount, 0);
			expect(book.sum(({ leg }) => leg === 'received')).toBe(credited);

			for (const [index, one] of checked.entries()) {
				const row = remittance(one, receipts[index]!, '');
				expect([row.settled_currency, row.received_currency]).toEqual([settles, home]);
				expect(row.received.split('.')[1]?.length ?? 0).toBe(currencyExponent(home));
			}
			const byOrder = groupBy(book.entries, ({ transaction_id }) => transaction_id);
			expect(byOrder.size).toBe(count);
			const legs = new Set(
				[...byOrder.values()].map((entries) => {
					const { paid, settled } = orderMoney(entries);
					return `${paid?.currency},${settled?.currency}`;
				}),
			);
			expect([...legs]).toEqual([`CNY,${settles}`]);
			expect([await recordAll(false), receiveAll()]).toEqual([0, 0]);
		}, 120_000);
	},
);
