import { deadlineAfter } from '../../../lib/core/deadline';
import type { OdooClient } from '../../../lib/odoo/client';
import type { HeldOrder, HoldOptions, HoldOutcome } from '../../../lib/orders/hold/hold';
import { holdStock } from '../../../lib/orders/hold/hold-stock';
import type { PaidOrder } from '../../../lib/orders/model/paid-order';
import { WHOLE_STOCK } from '../../../lib/core/channel-share';
import { payment, unmapped } from '../support/payments';
import { context } from '../support/recording';
import { useShop } from '../support/shop';
import { receive } from '../support/stock-moves';
import { protocolsOf, VERSIONS } from '../support/versions';

const SOON = Date.parse('2100-01-01T00:00:00Z');
const NONE = { taxes: 'none' } as const;

/** Requests that arrive at the same moment, as on a campaign day. */
describe.each(VERSIONS)('Holds of many buyers in Odoo %s', (version) => {
	const shop = useShop(version);
	const [protocol] = protocolsOf(version);

	let client: OdooClient;
	beforeAll(async () => {
		client = await shop().connect(protocol);
	});
	const one = (product: number, quantity = 1) => payment([{ product, quantity, price: 100 }]);
	const hold = async (orders: PaidOrder[], options: HoldOptions = NONE) => {
		const deadline = deadlineAfter(120_000, () => performance.now());
		const requests = orders.map((order) => ({ order, expires: SOON }));
		return await holdStock(client, requests, options, context, deadline);
	};
	const held = (outcomes: HoldOutcome[]) =>
		outcomes.flatMap((outcome): HeldOrder[] => ('held' in outcome ? [outcome.held] : []));
	const countOf = (outcomes: HoldOutcome[]) =>
		held(outcomes).filter(({ status }) => status === 'held').length;
	const stocked = async (units: number) => {
		const product = shop().product(0);
		await receive(shop(), [[product, units]]);
		return product;
	};
	const free = async (product: number) =>
		(
			await shop().admin.call<Array<{ free_qty: number }>>('product.product', 'read', [
				[product],
				['free_qty'],
			])
		)[0]?.free_qty;

	it('get exactly what there is, and the rest is told without an order in Odoo', async () => {
		const product = await stocked(10);
		const outcomes = await hold(Array.from({ length: 24 }, () => one(product)));
		expect(held(outcomes)).toHaveLength(24);
		expect(countOf(outcomes)).toBe(10);
		expect(await free(product)).toBe(0);
		const [late] = held(await hold([one(product, 2)]));
		expect(late).toMatchObject({
			status: 'not_enough',
			sale_order_id: 0,
			lines: [{ ordered: 2, reserved: 0, missing: 2 }],
		});
		await receive(shop(), [[product, 2]]);
		expect(countOf(await hold([one(product, 2)]))).toBe(1);
	});

	it('fail alone when an order is wrong', async () => {
		const product = await stocked(5);
		const wrong = one(product);
		wrong.payment.total_fen = 101;
		const outcomes = await hold([one(product), wrong, unmapped(one(product)), one(product)]);
		expect(countOf(outcomes)).toBe(2);
		expect(outcomes.map((outcome) => 'error' in outcome && outcome.error.code)).toEqual([
			...[false, 'ODOO_HOLD_REFUSED', 'ODOO_HOLD_REFUSED', false],
		]);
		expect(await free(product)).toBe(3);
	});

	it('leave the floor and the part of the other channels untouched', async () => {
		const [floored, halved] = [await stocked(10), await stocked(8)];
		const floor = { ...WHOLE_STOCK, floor: 3 };
		const seven = await hold(
			Array.from({ length: 12 }, () => one(floored)),
			{ ...NONE, shares: floor },
		);
		expect(countOf(seven)).toBe(7);
		expect(await free(floored)).toBe(3);
		const half = { ...WHOLE_STOCK, percent: 50 };
		const [all] = held(await hold([one(halved, 5)], { ...NONE, shares: half }));
		expect(all).toMatchObject({ status: 'not_enough', lines: [{ missing: 1 }] });
		expect(countOf(await hold([one(halved, 4)], { ...NONE, shares: half }))).toBe(1);
		expect(await free(halved)).toBe(4);
	});
});
