import { channelQuantity, WHOLE_STOCK } from '../../../lib/core/channel-share';
import { deadlineAfter } from '../../../lib/core/deadline';
import type { OdooClient } from '../../../lib/odoo/client';
import { holdStock } from '../../../lib/orders/hold/hold-stock';
import { releaseExpiredHolds } from '../../../lib/orders/hold/release-holds';
import type { PaidOrder } from '../../../lib/orders/model/paid-order';
import { freeQuantities } from '../../../lib/stock/quantities';
import { randomNumbers, wholeBetween } from '../../../tools/rehearsal/random';
import { payment } from '../support/payments';
import { context, record } from '../support/recording';
import { useShop } from '../support/shop';
import { receive } from '../support/stock-moves';
import { protocolsOf, VERSIONS } from '../support/versions';

/** The connector looks at its shop and at Odoo this often; the hour has so many rounds. */
const ROUND_MS = 3 * 60_000;
const ROUNDS = 20;
const HOLD_MS = 5 * 60_000;
/** What the other shop sells between two rounds at most, so WeChat leaves it so many units. */
const FLOOR = 3;
const SHARES = { ...WHOLE_STOCK, floor: FLOOR };
const SEED = 'beside another channel';

interface Quant {
	quantity: number;
	reserved_quantity: number;
}

/** An hour in which WeChat holds before payment, and a connector confirms the orders of another shop. */
describe.each(VERSIONS)('Stock shared with another channel in Odoo %s', (version) => {
	const shop = useShop(version);
	const [protocol] = protocolsOf(version);
	const random = randomNumbers(`${SEED} ${version}`);
	const between = (least: number, most: number) => wholeBetween(random, least, most);

	let client: OdooClient;
	let products: number[];
	let partner: number;
	beforeAll(async () => {
		client = await shop().connect(protocol);
		products = [shop().product(0), shop().product(0), shop().product(0)];
		await receive(
			shop(),
			products.map((product, index) => [product, [24, 15, 9][index] ?? 0]),
		);
		partner = await admin<number>('res.partner', 'create', [{ name: 'Buyer of the other shop' }]);
	});
	const admin = async <T>(model: string, method: string, args: unknown[]) =>
		await shop().admin.call<T>(model, method, args);
	const freeNow = async (): Promise<number[]> => {
		const found = await freeQuantities(client, products);
		return products.map((id) => found.find((one) => one.product_id === id)?.free_qty ?? 0);
	};

	/** As a connector does: one order for each sale of the other shop, confirmed when it is imported. */
	const importOrder = async (product: number, quantity: number): Promise<number> => {
		const line = [0, 0, { product_id: product, product_uom_qty: quantity }];
		const values = { partner_id: partner, order_line: [line] };
		const id = await admin<number>('sale.order', 'create', [values]);
		await admin('sale.order', 'action_confirm', [[id]]);
		return id;
	};

	it('is never shown beyond what exists, and no unit is sold twice', async () => {
		const clock = { now: Date.now() };
		const soldThere: number[] = [];
		const soldHere: number[] = [];
		let refused = 0;
		let unpaid = 0;
		/** Units that the other shop shows: what was free when the connector looked last. */
		let shownThere = await freeNow();
		for (let round = 0; round < ROUNDS; round += 1, clock.now += ROUND_MS) {
			const thereIsSold = products.map((_, index) =>
				between(0, Math.min(FLOOR, Math.max(0, shownThere[index] ?? 0))),
			);
			const sell = async (): Promise<void> => {
				for (const [index, quantity] of thereIsSold.entries()) {
					if (quantity > 0) soldThere.push(await importOrder(products[index] ?? 0, quantity));
				}
			};
			const orders = Array.from({ length: between(1, 4) }, (): PaidOrder => {
				const product = products[between(0, products.length - 1)] ?? 0;
				return payment([{ product, quantity: between(1, 3), price: 100 }]);
			});
			const hold = async () =>
				await holdStock(
					client,
					orders.map((order) => ({ order, expires: clock.now + HOLD_MS })),
					{ taxes: 'none', shares: SHARES },
					{ ...context, now: () => clock.now },
					deadlineAfter(60_000, context.monotonic),
				);
			// Both at the same moment.
			const [outcomes] = await Promise.all([hold(), sell()]);
			const held = orders.filter((_, index) => {
				const outcome = outcomes[index];
				if (!outcome || 'error' in outcome) throw outcome?.error ?? new Error('No outcome');
				return outcome.held.status === 'held';
			});
			refused += orders.length - held.length;
			const paying = held.filter(() => random() < 0.7);
			unpaid += held.length - paying.length;
			const paid = paying.length > 0 ? await record(client, paying) : [];
			expect(paid.map(({ status }) => status)).toEqual(paying.map(() => 'reserved'));
			soldHere.push(...paid.map(({ sale_order_id: id }) => id));
			await releaseExpiredHolds(client, clock.now, false);
			if (round % 6 === 5) {
				await receive(
					shop(),
					products.map((product) => [product, between(0, 8)]),
				);
			}

			shownThere = await freeNow();
			for (const [index, product] of products.entries()) {
				const free = shownThere[index] ?? 0;
				const shownHere = channelQuantity(SHARES, free, []);
				expect(free).toBeGreaterThanOrEqual(0);
				// Together with what the other shop sells until it looks again.
				expect(shownHere + Math.min(FLOOR, free)).toBeLessThanOrEqual(free);
				const domain = [
					['product_id', '=', product],
					['location_id.usage', '=', 'internal'],
				];
				const fields = ['quantity', 'reserved_quantity'];
				const quants = await admin<Quant[]>('stock.quant', 'search_read', [domain, fields]);
				const sum = (field: keyof Quant) => quants.reduce((all, one) => all + one[field], 0);
				expect(sum('quantity') - sum('reserved_quantity')).toBe(free);
			}
		}

		const states = await admin<Array<{ state: string }>>('stock.move', 'search_read', [
			[['sale_line_id.order_id', 'in', [...soldThere, ...soldHere]]],
			['state'],
		]);
		expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['assigned']));
		expect(states).toHaveLength(soldThere.length + soldHere.length);
		// The hour had everything in it.
		for (const count of [soldThere.length, soldHere.length, refused, unpaid]) {
			expect(count).toBeGreaterThan(0);
		}
	}, 600_000);
});
