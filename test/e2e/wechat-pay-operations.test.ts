import { startReceivingStack, type ReceivingStack } from '../support/receiving-stack';
import { publishStep } from '../support/run-in-n8n';

let stack: ReceivingStack;
let credentials: Record<string, { id: string; name: string }>;

beforeAll(async () => {
	stack = await startReceivingStack();
	const fields = { ...stack.sandbox.credential };
	credentials = {
		wechatPayApi: await stack.client.createCredential('wechatPayApi', 'WeChat Pay', fields),
	};
}, 1_800_000);

afterEach(() => stack.sandbox.faults.clear());
afterAll(async () => await stack?.stop(), 60_000);

const body = (name: string) => `={{ $json.body.${name} }}`;
const publish = async (resource: string, operation: string, parameters: object = {}) =>
	await publishStep(
		stack.client,
		{ type: 'wechatPay', parameters: { resource, operation, ...parameters } },
		credentials,
	);
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const BY_NUMBER = { lookUpBy: 'out_trade_no', orderNumber: body('number') };

describe('WeChat Pay in a real n8n', () => {
	it('queries an order by either number, through a limited rate and a failing server', async () => {
		const { out_trade_no, transaction_id } = stack.sandbox.pay({
			total: 9900,
			attach: 'TEE-RED-M*1',
		});
		const byNumber = await publish('order', 'query', BY_NUMBER);
		const byTransaction = await publish('order', 'query', {
			lookUpBy: 'transaction_id',
			orderNumber: body('number'),
		});
		const golden = {
			mchid: stack.sandbox.merchant.mchid,
			out_trade_no,
			transaction_id,
			trade_state: 'SUCCESS',
			total_fen: 9900,
			total: '99.00',
			lines: [{ sku: 'TEE-RED-M', quantity: 1, unit_price_fen: 9900, unit_price: '99.00' }],
			lines_source: 'attach',
		};
		stack.sandbox.faults.add({ kind: 'rateLimit', times: 1, retryAfterS: 1 });
		expect(await byNumber({ number: out_trade_no })).toMatchObject([golden]);
		stack.sandbox.faults.add({ kind: 'error', times: 1 });
		expect(await byTransaction({ number: transaction_id })).toMatchObject([golden]);
		const [unknown] = await byNumber({ number: 'NOTHING-1' });
		expect(unknown?.error).toContain('ORDER_NOT_EXIST');
	}, 120_000);

	it('closes an unpaid order and leaves a paid one', async () => {
		const close = await publish('order', 'close', BY_NUMBER);
		const unpaid = stack.sandbox.order({ total: 100 });
		const paid = stack.sandbox.pay({ total: 100 });
		expect(await close({ number: unpaid.out_trade_no })).toMatchObject([{ trade_state: 'CLOSED' }]);
		const [refused] = await close({ number: paid.out_trade_no });
		expect(refused?.error).toContain('ORDER_PAID');
	}, 120_000);

	it('refunds a part and the rest, each once however often it is asked, even when the answer is lost', async () => {
		const create = await publish('refund', 'create', {
			...BY_NUMBER,
			refundNumber: body('refund'),
			extent: 'part',
			amount: body('amount'),
			amountUnit: 'decimal',
			confirm: true,
		});
		const query = await publish('refund', 'query', { refundNumber: body('refund') });
		const { out_trade_no, transaction_id } = stack.sandbox.pay({ total: 5000 });
		const part = { number: out_trade_no, refund: `${out_trade_no}-1`, amount: '12.34' };
		stack.sandbox.faults.add({ kind: 'dropped', method: 'POST', times: 1 });
		expect(await create(part)).toMatchObject([{ refund_fen: 1234, refund: '12.34' }]);
		await create(part);
		await create({ number: out_trade_no, refund: `${out_trade_no}-2`, amount: '37.66' });
		const made = stack.sandbox.refunds().filter((one) => one.transaction_id === transaction_id);
		expect(made.map(({ amount }) => amount.refund)).toEqual([1234, 3766]);
		expect(await query({ refund: `${out_trade_no}-2` })).toMatchObject([
			{ refund_status: 'SUCCESS', refund_fen: 3766, transaction_id },
		]);
		const [more] = await create({ number: out_trade_no, refund: 'ONE-TOO-MANY', amount: '0.01' });
		expect(more?.error).toMatch(/WeChat Pay answered \w+/);
	}, 180_000);

	it('moves no money until Confirm Refund is on', async () => {
		const create = await publish('refund', 'create', {
			...BY_NUMBER,
			refundNumber: body('refund'),
		});
		const { out_trade_no, transaction_id } = stack.sandbox.pay({ total: 5000 });
		const [refused] = await create({ number: out_trade_no, refund: 'R-OFF-1' });
		expect(refused?.error).toContain('Confirm Refund is off');
		expect(stack.sandbox.refunds().some((one) => one.transaction_id === transaction_id)).toBe(
			false,
		);
	}, 60_000);

	it('fetches the bills of a day, the settlements and a rate', async () => {
		const { out_trade_no } = stack.sandbox.pay({ total: 8800 });
		const rows = async (operation: string, more: object = {}) =>
			await (
				await publish('bill', operation, { date: body('date'), ...more })
			)({ date: today() });
		expect(await rows('getTrade', { billType: 'SUCCESS' })).toContainEqual(
			expect.objectContaining({ out_trade_no, total_fen: 8800 }),
		);
		const flows = await rows('getFundFlow');
		expect(flows.map(({ voucher_id }) => voucher_id)).toContain(out_trade_no);
		const statement = await rows('getStatement');
		expect(statement.map(({ out_trade_no: number }) => number)).toContain(out_trade_no);
		const settlements = await publish('settlement', 'getMany', { settleState: 'UNSETTLE' });
		expect(await settlements({})).toMatchObject([{ currency: 'USD' }]);
		const rate = await publish('exchangeRate', 'get', {
			appId: stack.sandbox.merchant.appid,
			currency: 'USD',
			date: '2026-11-20',
		});
		expect(await rate({})).toMatchObject([{ fee_type: 'USD', cny_per_unit: '7.1' }]);
	}, 180_000);

	it.each([
		['mainland', 'CNY', undefined],
		['global', 'AED', undefined],
		['hk', 'HKD', undefined],
		['mainland', 'CNY', '1900000109'],
		['global', 'JPY', '1900000109'],
	])(
		'serves a merchant by %s paths in %s, sub-merchant %s',
		async (paths, currency, sub_mchid) => {
			const { sandbox, client } = stack;
			const fields = { ...sandbox.credential, paths };
			const own = {
				wechatPayApi: await client.createCredential('wechatPayApi', `WeChat Pay ${paths}`, fields),
			};
			const step = async (resource: string, operation: string, parameters: object) =>
				await publishStep(
					client,
					{
						type: 'wechatPay',
						parameters: { resource, operation, subMchid: body('sub_mchid'), ...parameters },
					},
					own,
				);
			const order = { currency, ...(sub_mchid && { sub_mchid }) };
			const payment = sandbox.pay({ total: 5000, ...order });
			const { out_trade_no: number, transaction_id } = payment;
			const named = { number, ...(sub_mchid && { sub_mchid }) };
			const query = await step('order', 'query', BY_NUMBER);
			expect(await query(named)).toMatchObject([
				{ transaction_id, total_fen: 5000, amount: { currency } },
			]);
			const unpaid = sandbox.order({ total: 100, ...order });
			const close = await step('order', 'close', { orderNumber: body('number') });
			const closed = { ...named, number: unpaid.out_trade_no };
			expect(await close(closed)).toMatchObject([{ trade_state: 'CLOSED' }]);
			const refund = await step('refund', 'create', {
				...BY_NUMBER,
				refundNumber: body('refund'),
				extent: body('extent'),
				amount: '1200',
				amountUnit: 'fen',
				confirm: true,
			});
			await refund({ ...named, refund: `${number}-1`, extent: 'part' });
			const rest = { ...named, refund: `${number}-2`, extent: 'all' };
			sandbox.refundRules.available = 100;
			// It leaves by the output Waiting For Funds, to which nothing is connected here.
			expect(JSON.stringify(await refund(rest))).not.toContain('refund_fen');
			sandbox.refundRules.available = Infinity;
			for (let time = 1; time <= 2; time++) {
				expect(await refund(rest)).toMatchObject([
					{ refund_fen: 3800, ...(sub_mchid && { sub_mchid }) },
				]);
			}
			const made = sandbox.refunds().filter((one) => one.transaction_id === transaction_id);
			expect(made.map(({ amount }) => amount.refund)).toEqual([1200, 3800]);
			const list = await step('refund', 'getMany', BY_NUMBER);
			expect(await list(named)).toMatchObject([{ left_fen: 0 }, { left_fen: 0 }]);
		},
		240_000,
	);
});
