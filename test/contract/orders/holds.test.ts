import type { IDataObject } from 'n8n-workflow';

import { releaseExpiredHolds } from '../../../lib/orders/hold/release-holds';
import { convertHolds } from '../../../lib/orders/hold/holds';
import { connectOdoo } from '../../../lib/odoo/connect';
import type { OdooClient } from '../../../lib/odoo/client';
import type { PaidOrder } from '../../../lib/orders/model/paid-order';
import { OdooSale } from '../../../nodes/OdooSale/OdooSale.node';
import { odooFields } from '../../../tools/services/odoo-fields';
import { runNode } from '../../support/engine';
import { payment } from '../support/payments';
import { codeOf, context, losingTheAnswer, record } from '../support/recording';
import { seenOrders } from '../support/seen-orders';
import { receive } from '../support/stock-moves';
import { useShop } from '../support/shop';
import { protocolsOf, VERSIONS } from '../support/versions';
import { holdOne } from '../../support/hold-one';

const OPTIONS = { taxes: 'none' } as const;
const SOON = Date.parse('2100-01-01T00:00:00Z');
const LATER = Date.parse('2100-01-02T00:00:00Z');

/** Stock held for orders that are not paid yet. */
describe.each(VERSIONS)('Holds in Odoo %s', (version) => {
	const shop = useShop(version);
	const [protocol] = protocolsOf(version);

	let client: OdooClient;
	beforeAll(async () => {
		client = await shop().connect(protocol);
	});
	const hold = async (order: PaidOrder, odoo = client) =>
		await holdOne(odoo, order, SOON, OPTIONS, context);
	const one = (product: number, quantity = 1) => payment([{ product, quantity, price: 100 }]);
	const released = async (at: number) =>
		(await releaseExpiredHolds(client, at, false)).filter((each) => each.released);

	it('becomes the paid order, with its stock and no second order', async () => {
		const product = shop().product(1);
		const order = one(product);
		const held = await hold(order);
		expect(held).toMatchObject({ status: 'held', lines: [{ reserved: 1, missing: 0 }] });
		expect(await hold(order)).toEqual(held);
		const [rival] = await record(client, [one(product)]);
		expect(rival?.status).toBe('short');
		const [paid] = await record(client, [order]);
		expect(paid).toMatchObject({ status: 'reserved', sale_order_id: held.sale_order_id });
		const [again] = await record(client, [order]);
		expect(again).toMatchObject({ status: 'reserved', sale_order_id: held.sale_order_id });
		expect(await seenOrders(shop(), order)).toMatchObject([{ state: 'sale', moves: 1 }]);
		expect((await released(LATER)).map((each) => each.sale_order_id)).not.toContain(
			held.sale_order_id,
		);
		expect((await seenOrders(shop(), order))[0]?.state).toBe('sale');
	});

	it('holds everything or nothing', async () => {
		const [scarce, plenty] = [shop().product(1), shop().product(1000)];
		const order = payment([
			{ product: plenty, quantity: 1, price: 100 },
			{ product: scarce, quantity: 2, price: 100 },
		]);
		expect(await hold(order)).toMatchObject({
			status: 'not_enough',
			lines: [{ reserved: 0 }, { reserved: 0, missing: 1 }],
		});
		expect(await hold(one(scarce))).toMatchObject({ status: 'held' });
	});

	it('frees the stock of an expired hold, and records a payment that comes later anew', async () => {
		const product = shop().product(1);
		const order = one(product);
		const held = await hold(order);
		expect(await releaseExpiredHolds(client, SOON - 1, false)).toEqual([]);
		expect(await releaseExpiredHolds(client, LATER, true)).toContainEqual(
			expect.objectContaining({ sale_order_id: held.sale_order_id, released: false }),
		);
		expect((await released(LATER)).map((each) => each.sale_order_id)).toContain(held.sale_order_id);
		const [late] = await record(client, [order]);
		expect(late).toMatchObject({ status: 'reserved' });
		expect(late?.sale_order_id).not.toBe(held.sale_order_id);
		expect((await seenOrders(shop(), order)).map(({ state }) => state)).toEqual(['cancel', 'sale']);
	});

	it('holds again under the same number when the hold was released or has expired, and takes that one over', async () => {
		const order = one(shop().product(1));
		const first = await hold(order);
		await released(LATER);
		const second = await hold(order);
		expect(second).toMatchObject({ status: 'held', lines: [{ reserved: 1, missing: 0 }] });
		expect(second.sale_order_id).not.toBe(first.sale_order_id);
		expect(await hold(order)).toEqual(second);
		const later = { ...context, now: () => SOON + 1 };
		const other = await connectOdoo({ ...shop().connection(protocol), timeoutMs: 55_000 });
		const third = await holdOne(other, order, LATER, OPTIONS, later);
		expect(third).toMatchObject({ status: 'held' });
		expect(third.sale_order_id).not.toBe(second.sale_order_id);
		const [paid] = await record(client, [order]);
		expect(paid).toMatchObject({ status: 'reserved', sale_order_id: third.sale_order_id });
		expect((await seenOrders(shop(), order)).map(({ state }) => state)).toEqual([
			'cancel',
			'cancel',
			'sale',
		]);
		await shop().admin.call('sale.order', 'write', [[third.sale_order_id], { state: 'cancel' }]);
		expect(await codeOf(hold(order))).toBe('ODOO_HOLD_REFUSED');
	});

	it('holds again what lacked stock at first', async () => {
		const product = shop().product(0);
		const order = one(product);
		expect(await hold(order)).toMatchObject({ status: 'not_enough' });
		await receive(shop(), [[product, 1]]);
		expect(await hold(order)).toMatchObject({ status: 'held' });
	});

	it('gives all of its stock to its payment while others get none', async () => {
		const scarce = shop().product(1000);
		const order = one(scarce, 1000);
		const held = await hold(order);
		const left = await hold(one(scarce));
		const other = await connectOdoo({ ...shop().connection(protocol), timeoutMs: 56_500 });
		const [paid] = await record(other, [order]);
		expect(left).toMatchObject({ status: 'not_enough' });
		expect(paid).toMatchObject({ status: 'reserved', lines: [{ reserved: 1000 }] });
		const seen = await seenOrders(shop(), order);
		expect(seen.map(({ id, state }) => [id, state])).toEqual([[held.sale_order_id, 'sale']]);
	});

	it('keeps a paid order when payment and release race each other', async () => {
		const product = shop().product(1000);
		const orders = Array.from({ length: 4 }, () => one(product));
		for (const order of orders) await hold(order);
		const other = await connectOdoo({ ...shop().connection(protocol), timeoutMs: 59_000 });
		const sweep = async () => {
			for (let tries = 0; tries < 10; tries++) {
				const code = await codeOf(releaseExpiredHolds(other, LATER, false));
				if (code !== 'ODOO_SERIALIZATION') return code;
			}
			return 'never';
		};
		const [recorded, swept] = await Promise.all([record(client, orders), sweep()]);
		expect(swept).toBe('no error');
		expect(recorded.map(({ status }) => status)).toEqual(orders.map(() => 'reserved'));
		for (const order of orders) {
			const seen = await seenOrders(shop(), order);
			expect(seen.filter(({ state }) => state === 'sale')).toHaveLength(1);
		}
	});

	it('is not released between the decision for the payment and its last step', async () => {
		const order = one(shop().product(1));
		const held = await hold(order);
		const broken = convertHolds(losingTheAnswer(client, 'mail.message', 'load'), [
			{ order, id: held.sale_order_id },
		]);
		expect(await codeOf(broken)).toBe('ODOO_NO_ANSWER');
		expect((await released(LATER)).map((each) => each.sale_order_id)).not.toContain(
			held.sale_order_id,
		);
		expect((await record(client, [order]))[0]).toMatchObject({
			status: 'reserved',
			sale_order_id: held.sale_order_id,
		});
	});

	it('never promises a piece twice to holds in parallel', async () => {
		const product = shop().product(2);
		const orders = Array.from({ length: 6 }, () => one(product));
		const held = await Promise.all(
			orders.map(async (order, index) =>
				hold(
					order,
					await connectOdoo({ ...shop().connection(protocol), timeoutMs: 58_000 - index }),
				),
			),
		);
		// Holds that collide again and again may all give way: a piece is then free, but never promised twice.
		const promised = held.filter(({ status }) => status === 'held').length;
		expect(promised).toBeLessThanOrEqual(2);
		const paid = await record(
			client,
			orders.filter((_, index) => held[index]?.status === 'held'),
		);
		expect(paid.map(({ status }) => status)).toEqual(paid.map(() => 'reserved'));
		const free = await Promise.all([1, 2, 3].map(async () => await record(client, [one(product)])));
		const left = free.flat().filter(({ status }) => status === 'reserved').length;
		expect(promised + left).toBe(2);
	});

	it('asks a person when something else is paid than was held', async () => {
		const order = one(shop().product(2));
		await hold(order);
		const more = { ...order, payment: { ...order.payment, total_fen: 101 } };
		const [recorded] = await record(client, [more]);
		expect(recorded).toMatchObject({ status: 'needs_review', state: 'sale' });
		expect(recorded?.reason).toContain('1.01 CNY');
	});

	it('holds and releases through the node, each order at the output it belongs to', async () => {
		const product = shop().product(1);
		const items = [one(product), one(product)].map(
			({ payment: order, mapping }) =>
				({ ...order, transaction_id: undefined, mapping }) as unknown as IDataObject,
		);
		const run = async (parameters: IDataObject) =>
			await runNode(new OdooSale(), { resource: 'order', ...parameters } as never, items, {
				...odooFields(shop().server),
				protocol,
			});
		const outputs = await run({
			operation: 'holdStock',
			taxes: 'none',
			holdMinutes: 30,
			options: { timeBudget: 60 },
		});
		// Both came at once: either may get the last unit.
		const [held, missed] = [outputs[0]?.[0]?.json, outputs[1]?.[0]?.json];
		const [first, second] =
			held?.out_trade_no === items[0]?.out_trade_no ? items : [...items].reverse();
		expect(outputs.map((output) => output.length)).toEqual([1, 1, 0]);
		expect(held).toMatchObject({ ...first, odoo: { status: 'held' } });
		expect(missed).toMatchObject({ ...second, odoo: { status: 'not_enough' } });
		const [listed] = await run({ operation: 'releaseExpiredHolds', dryRun: true });
		expect(listed).toEqual([]);
	});
});
