import { randomBytes } from 'node:crypto';

import { signedHeaders } from '../../lib/shop-backend/sign';
import { SAMPLE_RECIPIENTS, type MallOrder } from '../../sandbox';
import { holdSurge } from '../../tools/rehearsal/hold-surge';
import {
	patient,
	publishTemplate,
	readTemplate,
	startOrderingStack,
	type OrderingStack,
} from '../../tools/services/ordering-stack';
import { recordedOrders } from '../../tools/services/recorded-orders';

const SECRET = `whsec_${randomBytes(32).toString('base64')}`;
/** A busy machine takes longer than the two seconds of a quiet one, which the benchmark measures. */
const PATIENCE_S = 60;
const UNITS = 6;
const BUYERS = 18;

let stack: OrderingStack;
let holdUrl: string;
let notifyUrl: string;

beforeAll(async () => {
	stack = await startOrderingStack({
		products: [
			{ sku: 'TEE-RED-M', name: 'Red tee, M', price: 99, stock: 20 },
			{ sku: 'HOT-01', name: 'Hot tee', price: 99, stock: UNITS },
		],
	});
	const fields = { url: 'http://127.0.0.1:9/', secret: SECRET };
	const shopBackendApi = await stack.client.createCredential('shopBackendApi', 'Mall', fields);
	const credentials = { ...stack.credentials, shopBackendApi };
	const published = await publishTemplate(
		{ client: stack.client, credentials },
		patient(await readTemplate('hold-before-payment.json'), PATIENCE_S),
	);
	holdUrl = published.notifyUrl;
	({ notifyUrl } = await publishTemplate(
		stack,
		patient(await readTemplate('ordering.json'), PATIENCE_S),
	));
}, 1_800_000);

afterAll(async () => await stack?.stop(), 60_000);

const place = (sku: string, quantity = 1): MallOrder =>
	stack.sandbox.mall.place({
		lines: [{ sku, quantity, unit_price_fen: 9900 }],
		recipient: SAMPLE_RECIPIENTS[1],
		remark: 'Ring twice',
	});
const ask = async (order: MallOrder) =>
	await stack.sandbox.mall.hold(order, {
		...{ url: holdUrl, secret: SECRET, timeoutMs: PATIENCE_S * 1000 },
	});
const post = async (headers: Record<string, string>, body: string) => {
	const response = await fetch(holdUrl, { method: 'POST', headers, body });
	return { status: response.status, json: (await response.json()) as Record<string, unknown> };
};
const free = async (sku: string) => {
	const ids = [[stack.products[sku] ?? 0], ['free_qty']];
	const rows = await stack.admin.call<Array<{ free_qty: number }>>('product.product', 'read', ids);
	return rows[0]?.free_qty;
};

describe('the template hold-before-payment in a real n8n, with a real Odoo', () => {
	it('holds the stock of an order, and the payment takes the hold over', async () => {
		const order = place('TEE-RED-M', 2);
		expect(await ask(order)).toMatchObject({ state: 'held', status: 200 });
		expect(Date.parse(order.hold?.expires_at ?? '')).toBeGreaterThan(Date.now());
		expect(await free('TEE-RED-M')).toBe(18);
		expect(await ask(order)).toMatchObject({ state: 'held' });
		expect(await free('TEE-RED-M')).toBe(18);
		const { out_trade_no, openid, total_fen: total } = order;
		const attach = 'TEE-RED-M*2@9900';
		const payment = stack.sandbox.pay({ out_trade_no, openid, total, attach });
		const { acknowledged } = await stack.sandbox.notify(payment, { url: notifyUrl });
		expect(acknowledged).toBe(true);
		expect(await recordedOrders(stack.admin, [payment.transaction_id])).toMatchObject([
			{ state: 'sale', ordered: 2, reserved: 2, amount_total: 198 },
		]);
		const domain = [['origin', 'like', out_trade_no]];
		expect(await stack.admin.call('sale.order', 'search_count', [domain])).toBe(1);
		expect(await free('TEE-RED-M')).toBe(18);
	}, 180_000);

	it('says what is missing with 409, and that an order is wrong with 422', async () => {
		const signedAs = async (id: string, data: object) => {
			const body = JSON.stringify({ type: 'stock.hold', data: { mchid: '1900000001', ...data } });
			return await post(signedHeaders(SECRET, id, Math.floor(Date.now() / 1000), body), body);
		};
		const line = { sku: 'TEE-RED-M', quantity: 21, unit_price_fen: 9900 };
		const much = { out_trade_no: 'MUCH', total_fen: 207_900, lines: [line] };
		expect(await signedAs('much', much)).toEqual({
			status: 409,
			json: {
				...{ status: 'not_enough', out_trade_no: 'MUCH' },
				missing: [{ sku: 'TEE-RED-M', ordered: 21, missing: 3 }],
			},
		});
		const unknown = { ...line, sku: 'NONE-01', quantity: 1 };
		const odd = { out_trade_no: 'ODD', total_fen: 9900, lines: [unknown] };
		expect(await signedAs('odd', odd)).toMatchObject({
			...{ status: 422, json: { status: 'refused', code: 'SKU_NOT_MAPPED' } },
		});
		const wrong = { out_trade_no: 'WRONG', total_fen: 9901, lines: [{ ...line, quantity: 1 }] };
		expect(await signedAs('wrong', wrong)).toMatchObject({
			...{ status: 422, json: { code: 'SHOP_HOLD_INVALID' } },
		});
	}, 180_000);

	it('refuses a forged, an old and a repeated request with 401, and holds nothing for it', async () => {
		const data = {
			...{ mchid: '1900000001', out_trade_no: 'FORGED', total_fen: 9900 },
			lines: [{ sku: 'TEE-RED-M', quantity: 1, unit_price_fen: 9900 }],
		};
		const body = JSON.stringify({ type: 'stock.hold', data });
		const now = Math.floor(Date.now() / 1000);
		const forged = signedHeaders(`whsec_${'A'.repeat(43)}=`, 'forged', now, body);
		expect(await post(forged, body)).toMatchObject({ status: 401 });
		const old = signedHeaders(SECRET, 'old', now - 400, body);
		expect(await post(old, body)).toMatchObject({ status: 401 });
		expect(await free('TEE-RED-M')).toBe(18);
		const genuine = signedHeaders(SECRET, 'once', now, body);
		expect(await post(genuine, body)).toMatchObject({ status: 200 });
		expect(await post(genuine, body)).toMatchObject({
			...{ status: 401, json: { code: 'SHOP_REQUEST_REPEATED' } },
		});
	}, 180_000);

	it(`lets at most ${UNITS} of ${BUYERS} buyers pay for ${UNITS} units, each with a hold before`, async () => {
		const buyers = await holdSurge(stack.sandbox, {
			...{ sku: 'HOT-01', price: 9900, buyers: BUYERS, perSecond: 8, secret: SECRET },
			...{ holdUrls: [holdUrl], notifyUrls: [notifyUrl], timeoutMs: PATIENCE_S * 1000 },
		});
		await stack.sandbox.waitUntilSettled();
		const paid = buyers.filter(({ transactionId }) => transactionId !== '');
		expect(buyers.map(({ order }) => order.hold?.state)).toContain('held');
		expect(paid.length).toBeLessThanOrEqual(UNITS);
		expect(new Set(paid.map(({ order }) => order.hold?.state))).toEqual(new Set(['held']));
		const orders = await recordedOrders(
			stack.admin,
			paid.map(({ transactionId }) => transactionId),
		);
		expect(orders).toHaveLength(paid.length);
		expect(orders.map(({ state, reserved }) => [state, reserved])).toEqual(
			paid.map(() => ['sale', 1]),
		);
		expect(Number(await free('HOT-01'))).toBe(UNITS - paid.length);
	}, 300_000);
});
