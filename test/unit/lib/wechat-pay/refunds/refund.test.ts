import type { WechatPayAccount } from '../../../../../lib/wechat-pay/keys/account';
import { openAccount } from '../../../../../lib/wechat-pay/keys/open-account';
import { createRefund, queryRefund } from '../../../../../lib/wechat-pay/refunds/refund';
import { refundItem } from '../../../../../lib/wechat-pay/refunds/refund-item';
import type { Sandbox } from '../../../../../sandbox/index';
import { sharedSandbox } from '../../../../support/shared-sandbox';
import { testContext } from '../context';

const PATH = '/v3/refund/domestic/refunds';
let sandbox: Sandbox;
let account: WechatPayAccount;
beforeAll(async () => {
	sandbox = await sharedSandbox();
	account = openAccount(sandbox.credential);
});
afterEach(() => sandbox.faults.clear());
afterAll(async () => sandbox.stop());

const context = testContext();
const posts = () => sandbox.calls().filter(({ method }) => method === 'POST').length;
const refundsOf = (transaction_id: string) =>
	sandbox.refunds().filter((refund) => refund.transaction_id === transaction_id);

describe('a refund', () => {
	it('gives back everything, or a part, found by either number', async () => {
		const { out_trade_no, transaction_id } = sandbox.pay({ total: 19900 });
		const part = await createRefund(
			account,
			{ out_trade_no },
			{ out_refund_no: 'R-PART', refund: 900, reason: '少发一件' },
			context,
		);
		expect(refundItem(part)).toMatchObject({
			transaction_id,
			out_refund_no: 'R-PART',
			refund_fen: 900,
			refund: '9.00',
			refund_status: 'PROCESSING',
		});
		expect(refundItem(part)).not.toHaveProperty('total_fen');
		const other = sandbox.pay({ total: 500 });
		const whole = await createRefund(
			account,
			{ transaction_id: other.transaction_id },
			{ out_refund_no: 'R-WHOLE*|@' },
			context,
		);
		expect(whole['amount']).toMatchObject({ refund: 500, total: 500, currency: 'CNY' });
		expect(await queryRefund(account, { out_refund_no: 'R-WHOLE*|@' }, context)).toMatchObject({
			out_trade_no: other.out_trade_no,
			status: 'SUCCESS',
		});
	});

	it('is one refund when the same is asked for again', async () => {
		const { out_trade_no, transaction_id } = sandbox.pay({ total: 700 });
		const ask = async () =>
			createRefund(account, { out_trade_no }, { out_refund_no: 'R-TWICE', refund: 300 }, context);
		const [first, second] = [await ask(), await ask()];
		expect(second['refund_id']).toBe(first['refund_id']);
		expect(refundsOf(transaction_id)).toHaveLength(1);
	});

	it('is looked up, not asked for again, when its answer got lost', async () => {
		const { out_trade_no, transaction_id } = sandbox.pay({ total: 800 });
		const before = posts();
		sandbox.faults.add({ kind: 'dropped', path: PATH, method: 'POST', times: 1 });
		const refund = await createRefund(
			account,
			{ out_trade_no },
			{ out_refund_no: 'R-LOST' },
			context,
		);
		expect(refund).toMatchObject({ out_refund_no: 'R-LOST', transaction_id });
		expect(posts() - before).toBe(1);
		expect(refundsOf(transaction_id)).toHaveLength(1);
	});

	it.each([
		['too many calls', { kind: 'rateLimit' as const, retryAfterS: 7 }],
		['an error of WeChat', { kind: 'error' as const, status: 500 as const }],
		['a gateway without a word', { kind: 'error' as const, status: 502 as const }],
	])('is asked for again with the same words after %s', async (_, fault) => {
		const { out_trade_no, transaction_id } = sandbox.pay({ total: 800 });
		const own = testContext();
		sandbox.faults.add({ ...fault, path: PATH, method: 'POST', times: 2 });
		const out_refund_no = `R-${transaction_id}`;
		await createRefund(account, { out_trade_no }, { out_refund_no }, own);
		expect(refundsOf(transaction_id)).toHaveLength(1);
		expect(own.pauses).toEqual(fault.kind === 'rateLimit' ? [7000, 7000] : [375, 750]);
	});

	it('stays uncertain when WeChat never answers, and says to keep the number', async () => {
		const { out_trade_no, transaction_id } = sandbox.pay({ total: 800 });
		sandbox.faults.add({ kind: 'dropped', path: PATH });
		const ask = async () =>
			createRefund(account, { out_trade_no }, { out_refund_no: 'R-OPEN' }, context);
		await expect(ask()).rejects.toMatchObject({
			code: 'WECHAT_REFUND_UNCERTAIN',
			ambiguous: true,
			nextStep: expect.stringContaining('same refund number'),
		});
		sandbox.faults.clear();
		await ask();
		expect(refundsOf(transaction_id)).toHaveLength(1);
	});

	it('is not taken for done on the word of a forged answer', async () => {
		const { out_trade_no, transaction_id } = sandbox.pay({ total: 800 });
		const real = testContext();
		const forging = testContext({
			send: async (request) =>
				request.method === 'POST'
					? { status: 200, headers: {}, body: Buffer.from('{"status":"SUCCESS"}') }
					: await real.send(request),
		});
		await expect(
			createRefund(account, { out_trade_no }, { out_refund_no: 'R-FORGED' }, forging),
		).rejects.toMatchObject({ code: 'WECHAT_REFUND_UNCERTAIN' });
		expect(refundsOf(transaction_id)).toHaveLength(0);
	});

	it('is refused under the number of another refund', async () => {
		const [one, other] = [sandbox.pay({ total: 800 }), sandbox.pay({ total: 800 })];
		const ask = async ({ out_trade_no }: { out_trade_no: string }, out_refund_no: string) =>
			createRefund(account, { out_trade_no }, { out_refund_no }, context);
		await ask(one, 'R-TAKEN');
		await expect(ask(other, 'R-TAKEN')).rejects.toMatchObject({ code: 'WECHAT_REFUSED' });
		// The lost answer leads to a look-up, which finds the other order's refund.
		sandbox.faults.add({ kind: 'dropped', path: PATH, method: 'POST', times: 1 });
		await expect(ask(other, 'R-TAKEN')).rejects.toMatchObject({
			code: 'WECHAT_REFUND_NUMBER_TAKEN',
		});
		expect(refundsOf(other.transaction_id)).toHaveLength(0);
	});

	it('is not asked for when nobody paid, or for more than was paid', async () => {
		const unpaid = sandbox.order({ total: 800 });
		const paid = sandbox.pay({ total: 800 });
		const before = posts();
		const ask = async (out_trade_no: string, refund: number) =>
			createRefund(account, { out_trade_no }, { out_refund_no: 'R-NEVER', refund }, context);
		await expect(ask(unpaid.out_trade_no, 800)).rejects.toMatchObject({
			code: 'WECHAT_ORDER_NOT_REFUNDABLE',
		});
		for (const amount of [0, -5, 801, 1.5]) {
			await expect(ask(paid.out_trade_no, amount)).rejects.toMatchObject({
				code: 'WECHAT_REFUND_AMOUNT_INVALID',
			});
		}
		expect(posts()).toBe(before);
	});

	it.each([
		['mainland', '资金管理'],
		['global', 'when new payments have come in'],
		['hk', 'when new payments have come in'],
	] as const)('waits for funds, and is paid under the same number, %s', async (paths, advice) => {
		const own = { ...account, paths };
		const { out_trade_no, transaction_id } = sandbox.pay({ total: 800 });
		const out_refund_no = `R-POOR-${paths}`;
		const ask = async () => createRefund(own, { out_trade_no }, { out_refund_no }, context);
		sandbox.refundRules.available = 10;
		try {
			await expect(ask()).rejects.toMatchObject({
				code: 'WECHAT_REFUND_NOT_FUNDED',
				message: expect.stringContaining('NOT_ENOUGH'),
				nextStep: expect.stringContaining(advice),
				retryable: false,
			});
		} finally {
			sandbox.refundRules.available = Infinity;
		}
		await ask();
		await ask();
		expect(refundsOf(transaction_id)).toHaveLength(1);
	});

	it.each(['mainland', 'global', 'hk'] as const)(
		'of everything after a part gives back what is left, and once, %s',
		async (paths) => {
			const own = { ...account, paths };
			const { out_trade_no, transaction_id } = sandbox.pay({ total: 1000 });
			const ask = async (out_refund_no: string, refund?: number) =>
				createRefund(
					own,
					{ out_trade_no },
					{ out_refund_no, ...(refund ? { refund } : {}) },
					context,
				);
			for (let part = 1; part <= 11; part++) await ask(`R-PART-${paths}-${part}`, 50);
			sandbox.settleRefund(refundsOf(transaction_id).at(-1)!, 'CLOSED');
			for (let time = 1; time <= 2; time++) {
				expect(await ask(`R-REST-${paths}`)).toMatchObject({ amount: { refund: 500 } });
			}
			expect(refundsOf(transaction_id)).toHaveLength(12);
			await expect(ask(`R-MORE-${paths}`)).rejects.toMatchObject({
				code: 'WECHAT_ORDER_REFUNDED',
			});
		},
	);

	it('of everything after a part needs the APIv2 key on the mainland, and never guesses', async () => {
		const { out_trade_no, transaction_id } = sandbox.pay({ total: 1000 });
		const without = { ...account, apiV2Key: undefined };
		const ask = async (out_refund_no: string, refund?: number) =>
			createRefund(
				without,
				{ out_trade_no },
				{ out_refund_no, ...(refund ? { refund } : {}) },
				context,
			);
		await ask('R-KEY-1', 300);
		await expect(ask('R-KEY-2')).rejects.toMatchObject({ code: 'WECHAT_REFUNDS_NOT_LISTED' });
		expect(refundsOf(transaction_id)).toHaveLength(1);
	});

	it('of a cross-border order goes by its own paths and currency', async () => {
		const global = { ...account, region: 'global' as const };
		const { out_trade_no } = sandbox.pay({
			total: 1250,
			currency: 'USD',
			payer_currency: 'CNY',
			payer_total: 8875,
		});
		const refund = await createRefund(
			global,
			{ out_trade_no },
			{ out_refund_no: 'R-GLOBAL', refund: 250 },
			context,
		);
		expect(refundItem(refund)).toMatchObject({ out_refund_no: 'R-GLOBAL', refund: '2.50' });
		expect(refundItem(refund)).not.toHaveProperty('id');
		const found = refundItem(await queryRefund(global, { out_refund_no: 'R-GLOBAL' }, context));
		expect(found['refund_id']).toBe(refundItem(refund)['refund_id']);
	});

	it.each(['mainland', 'global', 'hk'] as const)(
		'of a merchant of a service provider names it, by %s paths',
		async (paths) => {
			const provider = { ...account, paths };
			const out_trade_no = `SUB-${paths}`;
			const out_refund_no = `R-${out_trade_no}`;
			const subs = ['1900000109', '1900000110'];
			for (const sub_mchid of subs) {
				sandbox.pay({ total: 1000, out_trade_no, sub_mchid });
				const key = { out_trade_no, sub_mchid };
				const refund = await createRefund(provider, key, { out_refund_no, refund: 300 }, context);
				expect(refundItem(refund)).toMatchObject({ mchid: account.mchid, sub_mchid });
			}
			const found = await Promise.all(
				subs.map(async (sub_mchid) =>
					refundItem(await queryRefund(provider, { out_refund_no, sub_mchid }, context)),
				),
			);
			expect(found).toMatchObject(subs.map((sub_mchid) => ({ sub_mchid, refund_fen: 300 })));
			expect(new Set(found.map(({ refund_id }) => refund_id)).size).toBe(2);
			await expect(queryRefund(provider, { out_refund_no }, context)).rejects.toMatchObject({
				message: expect.stringContaining('RESOURCE_NOT_EXISTS'),
			});
		},
	);
});
