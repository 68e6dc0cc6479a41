import { seededRandom, type Sandbox } from '../../sandbox';
import { sharedSandbox } from '../support/shared-sandbox';
import { checkPayout, readPayout, type OrderNet } from '../../lib/settlement/payout';
import { orderMoney } from '../../lib/settlement/order-money';
import type { NewEntry } from '../../lib/settlement/ledger-entry';
import { matchReceipts } from '../../lib/settlement/match-receipts';
import { readReceipt } from '../../lib/settlement/receipt';
import { receiptEntries } from '../../lib/settlement/receipt-entries';
import { readStatementRow } from '../../lib/settlement/statement-row';
import { statementEntries } from '../../lib/settlement/statement-entries';
import type { WechatPayAccount } from '../../lib/wechat-pay/keys/account';
import { openAccount } from '../../lib/wechat-pay/keys/open-account';
import { fetchStatement } from '../../lib/wechat-pay/bills/fetch-bill';
import { fetchSettlements } from '../../lib/wechat-pay/api/settlements';
import { downloadHttp } from '../../lib/core/http';
import { testContext } from './lib/wechat-pay/context';
import { ledger } from './lib/settlement/ledger';

const ORDERS = 3000;
const DAY_MS = 24 * 3600 * 1000;
const START = Date.parse('2026-10-01T09:00:00+08:00');
const dayOf = (index: number) => new Date(START + index * DAY_MS).toISOString().slice(0, 10);
const DAYS = Array.from({ length: 35 }, (_, index) => dayOf(index));
const [MISSING, CORRUPTED] = ['2026-10-11', '2026-10-20'];

let sandbox: Sandbox;
let account: WechatPayAccount;
let clock = START;
const book = ledger();
let corrupted = 0;

/** Like a proxy that damages one file once. */
const context = testContext({
	now: () => clock,
	download: async (request) => {
		const answer = await downloadHttp(request);
		if (!request.url.includes(`date=${CORRUPTED.replaceAll('-', '')}`) || corrupted++ > 0)
			return answer;
		const chunks: Buffer[] = [];
		for await (const chunk of answer.body as AsyncIterable<Buffer>) chunks.push(chunk);
		const bytes = Buffer.concat(chunks);
		bytes.writeUInt8((bytes.readUInt8(bytes.length - 10) ^ 1) & 0xff, bytes.length - 10);
		const { Readable } = await import('node:stream');
		return { ...answer, body: Readable.from([bytes]) };
	},
});

const recordDay = async (date: string): Promise<number> => {
	const { items, sha1 } = await fetchStatement(account, date, context);
	const rows = items.flatMap(
		(item) => readStatementRow({ ...item, bill: { kind: 'statement', date, sha1 } }) ?? [],
	);
	return book.append(rows.flatMap(statementEntries));
};

beforeAll(async () => {
	sandbox = await sharedSandbox({
		now: () => clock,
		random: seededRandom('a month'),
		feeRates: (day) => (day < '2026-10-15' ? 60 : 38),
		payoutFrom: 1_000_000,
	});
	account = { ...openAccount(sandbox.credential), region: 'global' };
	for (let index = 0; index < ORDERS; index += 1) {
		clock = START + Math.floor((index * 30) / ORDERS) * DAY_MS + (index % 100) * 60_000;
		const total = 4900 + ((index * 7919) % 90_000);
		const coupon = index % 7 === 0 && {
			promotion_detail: [
				{
					coupon_id: `C${index}`,
					amount: 333,
					type: index % 2 ? ('CASH' as const) : ('NOCASH' as const),
				},
			],
		};
		const payment = sandbox.pay({ total, ...coupon });
		if (index % 11 === 0) sandbox.refund(payment, { refund: Math.floor(total / 3) });
		if (index % 13 === 0) {
			// Days later; for the last ones that is the month after.
			clock += 4 * DAY_MS;
			sandbox.refund(payment, {
				refund: Math.floor(total / 4),
				status: index % 3 ? 'SUCCESS' : 'PROCESSING',
			});
		}
	}
	clock = START + 40 * DAY_MS;
}, 120_000);
afterAll(async () => await sandbox.stop());

const nets = (from: string, until: string): OrderNet[] => {
	const orders = new Map<string, OrderNet>();
	for (const { leg, date, mchid, transaction_id, amount } of book.entries) {
		if (!['settled', 'fee'].includes(leg) || date < from || date > until) continue;
		const order = orders.get(transaction_id) ?? { mchid, transaction_id, net: 0 };
		order.net += amount.amount;
		orders.set(transaction_id, order);
	}
	return [...orders.values()];
};
const payouts = async () => {
	const request = { state: 'SETTLED' as const, from: '2026-10-01', until: '2026-11-30' };
	return (await fetchSettlements(account, request, context)).map(readPayout);
};
const checkedPayouts = async () =>
	(await payouts()).map((payout) => checkPayout(payout, nets(payout.from, payout.until)));

describe('a month of 3,000 orders', () => {
	it('is recorded from its statements; a damaged one is refused and fetched again', async () => {
		for (const date of DAYS) {
			if (date === MISSING) continue;
			await recordDay(date).catch((error: unknown) => {
				expect(error).toMatchObject({ code: 'WECHAT_NO_BILL' });
			});
		}
		expect(corrupted).toBe(2);
		expect(book.entries.filter(({ key }) => key.endsWith('_payment_paid'))).toHaveLength(2900);
	});

	it('names the payout whose statement is missing, and fits after it was fetched', async () => {
		const wrong = (await checkedPayouts()).filter(({ difference }) => difference !== 0);
		expect(wrong).toHaveLength(1);
		const { from = '', until = '' } = wrong[0]?.payout ?? {};
		expect(from <= MISSING && until >= MISSING).toBe(true);
		expect(wrong[0]?.problem).toContain('are missing in Odoo');
		expect(await recordDay(MISSING)).toBeGreaterThan(0);
		expect((await checkedPayouts()).filter(({ problem }) => problem)).toEqual([]);
	});

	it('has payouts that span days, and a fee that changed', async () => {
		expect((await payouts()).some(({ from, until }) => from < until)).toBe(true);
		const fees = sandbox
			.refunds()
			.map(({ amount }) => amount.refund_fee / amount.settlement_refund);
		expect(Math.max(...fees) - Math.min(...fees)).toBeGreaterThan(0.002);
	});

	it('adds up to what WeChat has, to the fen and the cent', async () => {
		const paid = sandbox.payments().reduce((sum, { amount }) => sum + amount.payer_total, 0);
		const back = sandbox.refunds().reduce((sum, { amount }) => sum + amount.payer_refund, 0);
		expect(book.sum(({ leg }) => leg === 'paid')).toBe(paid - back);
		const unsettled = await fetchSettlements(account, { state: 'UNSETTLE' }, context);
		const settled = (await payouts()).reduce((sum, payout) => sum + payout.settled.amount, 0);
		const waiting = unsettled.reduce((sum, batch) => sum + Number(batch['unsettle_fen']), 0);
		expect(book.sum(({ leg }) => leg === 'settled' || leg === 'fee')).toBe(settled + waiting);
	});

	it('divides the receipts among the orders, to the paisa, once', async () => {
		const checked = await checkedPayouts();
		const receipts = checked.map(({ payout }, index) =>
			readReceipt({
				reference: index % 2 ? `NEFT ${payout.batch_id}` : `NEFT ${index}`,
				date: payout.date,
				amount: ((payout.settled.amount * (8412 + index)) / 10_000).toFixed(2),
				...{ currency: 'INR', charges: '517.75' },
				...{ original_amount: (payout.settled.amount / 100).toFixed(2), original_currency: 'USD' },
			}),
		);
		const { matches, unmatched } = matchReceipts(await payouts(), receipts, {
			days: 5,
			basisPoints: 0,
		});
		expect(unmatched).toEqual([]);
		const recordAll = () =>
			matches.reduce((sum, { payout, receipt }) => {
				const one = checked.find((each) => each.payout.batch_id === payout.batch_id)!;
				return sum + book.append(receiptEntries(one, receipt));
			}, 0);
		expect(recordAll()).toBeGreaterThan(2 * ORDERS);
		const total = (of: 'amount' | 'charges') =>
			receipts.reduce((sum, receipt) => sum + receipt[of].amount, 0);
		expect(book.sum(({ leg }) => leg === 'received')).toBe(total('amount'));
		expect(book.sum(({ leg }) => leg === 'bank_charge')).toBe(0 - total('charges'));
		expect(recordAll()).toBe(0);
	});

	it('gives each order three amounts that are its own statement rows and shares, and nothing else', () => {
		const byOrder = new Map<string, NewEntry[]>();
		for (const entry of book.entries) {
			const own = byOrder.get(entry.transaction_id) ?? [];
			own.push(entry);
			byOrder.set(entry.transaction_id, own);
		}
		expect(byOrder.size).toBe(ORDERS);
		const refunded = new Map<string, number>();
		for (const { transaction_id, amount } of sandbox.refunds()) {
			refunded.set(transaction_id, (refunded.get(transaction_id) ?? 0) + amount.payer_refund);
		}
		for (const { transaction_id, amount } of sandbox.payments()) {
			const { paid, settled, received } = orderMoney(byOrder.get(transaction_id) ?? []);
			expect(paid?.amount).toBe(amount.payer_total - (refunded.get(transaction_id) ?? 0));
			expect([settled?.currency, received?.currency ?? 'INR']).toEqual(['USD', 'INR']);
		}
	});

	it('is the same after everything was run again', async () => {
		const before = book.entries.length;
		for (const date of DAYS) await recordDay(date).catch(() => 0);
		expect(book.entries).toHaveLength(before);
	});
});
