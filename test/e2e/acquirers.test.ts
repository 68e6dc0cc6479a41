import { airwallexWebhook, stripeWebhook, type SignedWebhook } from '../../sandbox';
import {
	publishTemplate,
	readTemplate,
	startOrderingStack,
	type OrderingStack,
} from '../../tools/services/ordering-stack';
import { recordedOrders } from '../../tools/services/recorded-orders';
import { prepareMoney } from '../support/called-template';

const SECRET = 'whsec_0123456789abcdef';
const LINES = 'TEE-RED-M*2@9900,CAP.BLK@5000';
const ACQUIRERS = ['airwallex', 'stripe'] as const;
const PAID = { airwallex: 'payment_intent.succeeded', stripe: 'charge.succeeded' };

let stack: OrderingStack;
const urls = { airwallex: '', stripe: '' };

/** A webhook of a payment of 248 yuan, signed by the sandbox. */
async function webhook(
	acquirer: (typeof ACQUIRERS)[number],
	id: string,
	{ event = PAID[acquirer], secret = SECRET, at = Date.now(), method = '', currency = 'cny' } = {},
): Promise<SignedWebhook> {
	const way = method === '' ? {} : { method };
	if (acquirer === 'stripe') {
		const metadata = { order_id: `SHOP-${id}`, lines: LINES };
		const payment = { intentId: `pi_${id}`, amount: 24800, currency, metadata, event, ...way };
		return await stripeWebhook(payment, secret, at);
	}
	const payment = {
		intentId: `int_${id}`,
		orderNumber: `SHOP-${id}`,
		amount: 248,
		currency: currency.toUpperCase(),
		accountId: 'acct_a1',
		metadata: { lines: LINES },
		event,
		...way,
	};
	return await airwallexWebhook(payment, secret, at);
}

/** A webhook of a refund of that payment, in yuan. */
async function refundWebhook(
	acquirer: (typeof ACQUIRERS)[number],
	id: string,
	{ number = 1, yuan = 0, failed = false, method = 'wechat_pay' },
): Promise<SignedWebhook> {
	const currency = acquirer === 'stripe' ? 'cny' : 'CNY';
	if (acquirer === 'stripe') {
		const status = failed ? 'failed' : 'succeeded';
		const refund = { id: `re_${id}_${number}`, amount: yuan * 100, status };
		const payment = { intentId: `pi_${id}`, amount: 24800, currency, refund, method };
		return await stripeWebhook(payment, SECRET, Date.now());
	}
	const refund = { id: `rfd_${id}_${number}`, amount: yuan, status: failed ? 'FAILED' : 'SETTLED' };
	const payment = { intentId: `int_${id}`, orderNumber: '', amount: 248, currency };
	return await airwallexWebhook({ ...payment, accountId: 'acct_a1', refund }, SECRET, Date.now());
}

const creditNotes = async (order: string) => {
	const domain = [
		['move_type', '=', 'out_refund'],
		['invoice_origin', '=', order],
	];
	const notes = await stack.admin.call<Array<{ amount_total: number }>>(
		'account.move',
		'search_read',
		[domain, ['amount_total']],
		{ order: 'id' },
	);
	return notes.map(({ amount_total }) => amount_total);
};

const post = async (url: string, { body, headers }: SignedWebhook): Promise<number> =>
	(await fetch(url, { method: 'POST', headers, body })).status;

const ordersOf = async (id: string) => await recordedOrders(stack.admin, [`int_${id}`, `pi_${id}`]);

async function publish(acquirer: (typeof ACQUIRERS)[number], path: string, odoo = {}) {
	const fields = { acquirer, signingSecret: SECRET, accountId: 'acct_a1' };
	const acquirerWebhookApi = await stack.client.createCredential(
		'acquirerWebhookApi',
		acquirer,
		fields,
	);
	const credentials = { ...stack.credentials, acquirerWebhookApi, ...odoo };
	const template = await readTemplate(`ordering-${acquirer}.json`);
	const nodes = template.nodes.map((node) =>
		node.name === 'Webhook' ? { ...node, parameters: { ...node.parameters, path } } : node,
	);
	const { client } = stack;
	return (await publishTemplate({ client, credentials }, { ...template, nodes })).notifyUrl;
}

beforeAll(async () => {
	stack = await startOrderingStack({
		products: [
			{ sku: 'TEE-RED-M', name: 'Red tee, M', price: 99, stock: 200 },
			{ sku: 'CAP.BLK', name: 'Black cap', price: 50, stock: 200 },
		],
	});
	await prepareMoney(stack, ['CNY']);
	for (const acquirer of ACQUIRERS) urls[acquirer] = await publish(acquirer, `wechat-${acquirer}`);
}, 1_800_000);

afterAll(async () => await stack?.stop(), 60_000);

describe.each(ACQUIRERS)('the template of %s in a real n8n', (acquirer) => {
	const send = async (signed: SignedWebhook) => await post(urls[acquirer], signed);

	it('answers 200 when the order is recorded and reserved, and finds it when the event is sent again', async () => {
		const id = `${acquirer}1`;
		for (let delivery = 1; delivery <= 3; delivery += 1) {
			expect(await send(await webhook(acquirer, id))).toBe(200);
			expect(await ordersOf(id)).toMatchObject([
				{ state: 'sale', currency: 'CNY', amount_total: 248, ordered: 3, reserved: 3 },
			]);
		}
	}, 120_000);

	it('makes one order of one event that arrives five times at once', async () => {
		const id = `${acquirer}2`;
		const signed = await webhook(acquirer, id);
		const answers = await Promise.all(Array.from({ length: 5 }, async () => await send(signed)));
		expect(answers).toEqual([200, 200, 200, 200, 200]);
		expect(await ordersOf(id)).toHaveLength(1);
	}, 120_000);

	it('makes one credit note of each refund', async () => {
		const id = `${acquirer}7`;
		expect(await send(await webhook(acquirer, id))).toBe(200);
		const [order] = await ordersOf(id);
		const refund = async (of: string, more: object) =>
			expect(await send(await refundWebhook(acquirer, of, more))).toBe(200);
		await refund(id, { number: 1, yuan: 48 });
		await refund(id, { number: 1, yuan: 48 });
		expect(await creditNotes(order?.name ?? '')).toEqual([48]);
		await refund(id, { number: 2, yuan: 200, failed: true });
		expect(await ordersOf(id)).toMatchObject([{ state: 'sale', activities: 1 }]);
		await refund(id, { number: 3, yuan: 200 });
		expect(await creditNotes(order?.name ?? '')).toEqual([48, 200]);
		expect(await ordersOf(id)).toMatchObject([{ state: 'cancel' }]);
	}, 120_000);

	it('lets no refund be lost that arrives before its payment', async () => {
		const id = `${acquirer}8`;
		const early = await refundWebhook(acquirer, id, { yuan: 48 });
		if (acquirer === 'stripe') {
			expect(await send(early)).toBe(200);
			expect(await ordersOf(id)).toMatchObject([{ state: 'draft', activities: 1 }]);
			expect(await send(await refundWebhook(acquirer, 'card', { yuan: 48, method: 'card' }))).toBe(
				200,
			);
			expect(await ordersOf('card')).toEqual([]);
			return;
		}
		// The event does not say whether it is of a card payment.
		expect(await send(early)).toBe(500);
		expect(await ordersOf(id)).toEqual([]);
		expect(await send(await webhook(acquirer, id))).toBe(200);
		expect(await send(early)).toBe(200);
		const [order] = await ordersOf(id);
		expect(await creditNotes(order?.name ?? '')).toEqual([48]);
	}, 120_000);

	it('refuses what is forged, replayed or written again, with 401 and without an order', async () => {
		const id = `${acquirer}3`;
		const genuine = await webhook(acquirer, id);
		const indent = acquirer === 'stripe' ? undefined : 1;
		const refused = {
			forged: await webhook(acquirer, id, { secret: 'whsec_guess' }),
			changed: { ...genuine, body: genuine.body.replace('24', '25') },
			replayed: await webhook(acquirer, id, { at: Date.now() - 600_000 }),
			rewritten: { ...genuine, body: JSON.stringify(JSON.parse(genuine.body), null, indent) },
			unsigned: { ...genuine, headers: { 'content-type': 'application/json' } },
		};
		for (const [name, signed] of Object.entries(refused)) {
			expect([name, await send(signed)]).toEqual([name, 401]);
		}
		expect(await ordersOf(id)).toEqual([]);
	}, 120_000);

	it('answers a genuine event that is no WeChat payment with 200, and records nothing', async () => {
		const id = `${acquirer}4`;
		expect(await send(await webhook(acquirer, id, { method: 'card' }))).toBe(200);
		expect(await send(await webhook(acquirer, id, { event: 'payment_intent.created' }))).toBe(200);
		expect(await ordersOf(id)).toEqual([]);
	}, 120_000);

	it('records a payment in a currency that Odoo has no pricelist for as a draft, and answers 200', async () => {
		const id = `${acquirer}5`;
		expect(await send(await webhook(acquirer, id, { currency: 'hkd' }))).toBe(200);
		expect(await ordersOf(id)).toMatchObject([{ state: 'draft', activities: 1 }]);
	}, 120_000);

	it('does not answer 2xx while Odoo cannot be reached, nor for a genuine event that cannot be read', async () => {
		const id = `${acquirer}6`;
		const nowhere = { url: 'http://127.0.0.1:1', database: 'none', username: 'x', apiKey: 'k' };
		const odooForWechatApi = await stack.client.createCredential(
			'odooForWechatApi',
			'Down',
			nowhere,
		);
		const down = await publish(acquirer, `wechat-${acquirer}-down`, { odooForWechatApi });
		expect(await post(down, await webhook(acquirer, id))).toBe(500);
		expect(await send(await webhook(acquirer, id, { currency: 'no' }))).toBe(500);
		expect(await send(await webhook(acquirer, id))).toBe(200);
		expect(await ordersOf(id)).toHaveLength(1);
	}, 240_000);
});

it("makes one order of Stripe's charge and Payment Intent", async () => {
	for (const event of ['charge.succeeded', 'payment_intent.succeeded']) {
		expect(await post(urls.stripe, await webhook('stripe', 'both', { event }))).toBe(200);
	}
	expect(await ordersOf('both')).toHaveLength(1);
}, 120_000);
