import type { NotificationForm, Payment } from '../../sandbox';
import { readDailyRate } from '../../lib/settlement/daily-rates';
import { writeRates } from '../../lib/settlement/odoo/write-rates';
import {
	publishTemplate,
	readTemplate,
	startOrderingStack,
	type OrderingStack,
} from '../../tools/services/ordering-stack';
import { waitUntil } from '../../tools/services/processes';
import { recordedOrders } from '../../tools/services/recorded-orders';
import { prepareMoney } from '../support/called-template';
import { publishStep } from '../support/run-in-n8n';

const SUB = '1900000109';
/** Of everybody's order, in the smallest unit: 100.00, in JPY 10,000. */
const TOTAL = 10_000;

interface Region {
	paths: 'mainland' | 'global' | 'hk';
	currency: string;
	/** In the major unit. */
	total: number;
	as: NotificationForm;
	sub_mchid?: string;
}

const REGIONS: Region[] = [
	{ paths: 'mainland', currency: 'CNY', total: 100, as: 'direct' },
	{ paths: 'mainland', currency: 'CNY', total: 100, as: 'partner', sub_mchid: SUB },
	{ paths: 'hk', currency: 'HKD', total: 100, as: 'global' },
	{ paths: 'global', currency: 'AED', total: 100, as: 'global' },
	{ paths: 'global', currency: 'JPY', total: 10_000, as: 'institution', sub_mchid: SUB },
];

let stack: OrderingStack;

beforeAll(async () => {
	stack = await startOrderingStack({
		products: [{ sku: 'TEE', name: 'Tee', price: 50, stock: 200 }],
	});
	const currencies = ['CNY', 'HKD', 'AED', 'JPY'];
	const administrator = await prepareMoney(stack, [...currencies, 'USD']);
	const date = new Date(Date.now() - 24 * 3_600_000).toISOString().slice(0, 10);
	const rates = currencies.map((to) => readDailyRate({ from: 'USD', to, rate: '7.1', date }));
	await writeRates(administrator, rates, false);
	for (const name of ['HKD', 'AED', 'JPY']) {
		const [currency_id] = await stack.admin.call<number[]>('res.currency', 'search', [
			[['name', '=', name]],
		]);
		await stack.admin.call('product.pricelist', 'create', [{ name, currency_id }]);
	}
}, 1_800_000);

afterEach(() => {
	stack.sandbox.refundRules.outcome = 'SUCCESS';
	stack.sandbox.refundRules.available = Infinity;
});
afterAll(async () => await stack?.stop(), 60_000);

const body = (name: string) => `={{ $json.body.${name} }}`;
const NUMBERS = {
	...{ lookUpBy: 'out_trade_no', orderNumber: body('number'), subMchid: body('sub_mchid') },
	...{ refundNumber: body('refund'), confirm: true },
};

/** A merchant with this kind of number: the ordering template, and the operations as steps. */
async function merchant({ paths }: Region) {
	const fields = { ...stack.sandbox.credential, paths };
	const wechatPayApi = await stack.client.createCredential('wechatPayApi', `Pay ${paths}`, fields);
	const credentials = { ...stack.credentials, wechatPayApi };
	const { notifyUrl } = await publishTemplate(
		{ client: stack.client, credentials },
		await readTemplate('ordering.json'),
	);
	const step = async (resource: string, operation: string, parameters: object) =>
		await publishStep(
			stack.client,
			{ type: 'wechatPay', parameters: { resource, operation, ...parameters } },
			{ wechatPayApi },
		);
	return { notifyUrl, step };
}

interface Note {
	amount_total: number;
	currency_id: [number, string];
	state: string;
}

const creditNotes = async (order: string) =>
	await stack.admin.call<Note[]>(
		'account.move',
		'search_read',
		[
			[
				['move_type', '=', 'out_refund'],
				['invoice_origin', '=', order],
			],
			['amount_total', 'currency_id', 'state'],
		],
		{ order: 'id' },
	);
const orderOf = async ({ transaction_id }: Payment) => {
	const [order, ...others] = await recordedOrders(stack.admin, [transaction_id]);
	expect(others).toEqual([]);
	if (!order) throw new Error(`No order of ${transaction_id}`);
	return order;
};

it.each(REGIONS)(
	'a payment by $paths paths in $currency, as $as, becomes one order, and its refunds its credit notes',
	async (region) => {
		const { currency, total, as, sub_mchid } = region;
		const { sandbox } = stack;
		const isMainland = region.paths === 'mainland';
		const { notifyUrl, step } = await merchant(region);
		const payment = sandbox.pay({
			...{ total: TOTAL, currency, payer_currency: 'CNY', attach: `TEE*2@${TOTAL / 2}` },
			...(sub_mchid && { sub_mchid }),
		});
		const { acknowledged } = await sandbox.notify(payment, { url: notifyUrl, as });
		expect(acknowledged).toBe(true);
		const order = await orderOf(payment);
		expect(order).toMatchObject({ state: 'sale', amount_total: total, currency, reserved: 2 });

		const create = await step('refund', 'create', {
			...NUMBERS,
			...{ extent: 'part', amount: body('amount'), amountUnit: 'fen' },
		});
		const number = payment.out_trade_no;
		const asked = { number, ...(sub_mchid && { sub_mchid }) };
		const made = (part: number) =>
			sandbox.refunds().find(({ out_refund_no }) => out_refund_no === `${number}-${part}`);
		/** WeChat notifies of a refund that has ended, twice. */
		const refund = async (part: number, amount: number) => {
			const items = await create({ ...asked, refund: `${number}-${part}`, amount });
			const ended = made(part);
			if (ended) await sandbox.notify(ended, { url: notifyUrl, as, copies: 2 });
			return items;
		};
		const credited = async (...amounts: number[]) => {
			await waitUntil(`${order.name} has ${amounts.length} credit notes`, 120_000, async () => {
				return (await creditNotes(order.name)).length >= amounts.length;
			});
			const notes = await creditNotes(order.name);
			expect(notes.map(({ amount_total, currency_id }) => [amount_total, currency_id[1]])).toEqual(
				amounts.map((amount) => [(amount * total) / TOTAL, currency]),
			);
		};

		expect(await refund(1, 1200)).toMatchObject([{ refund_fen: 1200, amount: { currency } }]);
		await credited(1200);

		if (isMainland) {
			sandbox.refundRules.outcome = 'ABNORMAL';
			const [{ refund_id } = {}] = await refund(2, 2800);
			sandbox.refundRules.outcome = 'SUCCESS';
			await waitUntil(`somebody is asked about ${order.name}`, 120_000, async () => {
				return (await orderOf(payment)).activities > 0;
			});
			const pay = await step('refund', 'payAbnormal', { ...NUMBERS, refundId: body('refund_id') });
			expect(await pay({ ...asked, refund: `${number}-2`, refund_id })).toMatchObject([
				{ refund_status: 'PROCESSING' },
			]);
			const paid = made(2);
			if (!paid) throw new Error('The refund is gone');
			await sandbox.notify(sandbox.settleRefund(paid, 'SUCCESS'), { url: notifyUrl, as });
		} else await refund(2, 2800);
		await credited(1200, 2800);

		sandbox.refundRules.available = 100;
		expect(JSON.stringify(await refund(3, 6000))).not.toContain('refund_fen');
		await credited(1200, 2800);
		sandbox.refundRules.available = Infinity;
		for (let time = 1; time <= 2; time += 1) {
			expect(await refund(3, 6000)).toMatchObject([{ refund_fen: 6000 }]);
		}
		await credited(1200, 2800, 6000);
		await waitUntil(`${order.name} is cancelled`, 60_000, async () => {
			return (await orderOf(payment)).state === 'cancel';
		});

		const date = payment.success_time.slice(0, 10);
		const bill = async (operation: string) => {
			const rows = await step('bill', operation, { date, subMchid: body('sub_mchid') });
			return (await rows(asked)).filter((row) => row.out_trade_no === number);
		};
		const rows = await bill(isMainland ? 'getTrade' : 'getStatement');
		const refunded = rows.filter((row) => row.trade_state === 'REFUND');
		expect(rows.filter((row) => row.trade_state !== 'REFUND')).toMatchObject([
			{ total_fen: TOTAL, currency },
		]);
		expect(refunded.map((row) => row.refund_fen)).toEqual([1200, 2800, 6000]);
		if (!isMainland) return;
		const flows = await step('bill', 'getFundFlow', { date, subMchid: body('sub_mchid') });
		const own = (await flows(asked)).filter(({ voucher_id }) =>
			String(voucher_id).startsWith(number),
		);
		const sum = own.reduce(
			(fen, { direction, amount_fen }) =>
				fen + (direction === '收入' ? 1 : -1) * Number(amount_fen),
			0,
		);
		expect([own.length, sum]).toEqual([5, 0]);
		expect(own.every((row) => row.sub_mchid === sub_mchid)).toBe(true);
	},
	600_000,
);
