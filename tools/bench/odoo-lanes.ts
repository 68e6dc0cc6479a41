import { deadlineAfter } from '../../lib/core/deadline';
import type { OdooClient } from '../../lib/odoo/client';
import type { PaidOrder, RecordOptions } from '../../lib/orders/model/paid-order';
import { recordPaidOrders } from '../../lib/orders/record/record-paid-orders';
import { callContext } from '../../nodes/shared/call-context';
import { payment } from '../../test/contract/support/payments';
import { startOdoo } from '../services/odoo';
import { odooAdmin } from '../services/odoo-admin';
import { seedProducts } from '../services/odoo-seed';
import { progressFor } from '../services/progress';
import { median, type Metric } from './metric';
import { inBatches } from './odoo-by-hand';
import { userClient } from './odoo-client';

const ROUNDS = 3;
const PRODUCTS = 8;
const ORDERS = 96;
const BATCH_BY_HAND = 24;

/**
 * Orders for several products: as this package records them, with all of them in one lane, and by a bare
 * script with one and with two lanes; then one hot product with and without the change log.
 */
export async function run(): Promise<Metric[]> {
	const progress = progressFor('bench odoo lanes');
	const server = await startOdoo('19', progress);
	try {
		const goods = Array.from({ length: PRODUCTS }, (_, index) => {
			return { sku: `LANE-${index}`, name: `Product ${index}`, price: 1, stock: 1_000_000 };
		});
		const ids = Object.values(await seedProducts(odooAdmin(server), server, goods));
		const user = odooAdmin({ ...server, admin: server.user });
		const odoo = await userClient(server);
		const many = (count: number) =>
			Array.from({ length: count }, (_, index) => order(ids[index % PRODUCTS] ?? 0));
		const hot = (count: number) => Array.from({ length: count }, () => order(ids[0] ?? 0));
		const byHand = async (lanes: PaidOrder[][]) =>
			await Promise.all(lanes.map(async (some) => await inBatches(user, some, BATCH_BY_HAND)));
		await ours(odoo, many(16));
		const ways: Record<string, (orders: PaidOrder[]) => Promise<unknown>> = {
			lanes: async (orders) => await ours(odoo, orders),
			// A buyer in common keeps orders out of different lanes.
			oneLane: async (orders) => await ours(odoo, orders.map(ofOneBuyer)),
			bareOne: async (orders) => await byHand([orders]),
			bareTwo: async (orders) => await byHand(halves(orders)),
		};
		const rates: Record<string, number[]> = {};
		for (let round = 1; round <= ROUNDS; round += 1) {
			progress(`round ${round} of ${ROUNDS}`);
			for (const [name, way] of Object.entries(ways)) {
				(rates[name] ??= []).push(await rate(async () => await way(many(ORDERS))));
			}
			const silent = { taxes: 'none', withoutChangeLog: true } as const;
			(rates.hot ??= []).push(await rate(async () => await ours(odoo, hot(ORDERS))));
			(rates.silent ??= []).push(await rate(async () => await ours(odoo, hot(ORDERS), silent)));
			(rates.bareHot ??= []).push(await rate(async () => await byHand([hot(ORDERS)])));
		}
		return metrics(rates);
	} finally {
		await server.stop();
	}
}

const order = (product: number): PaidOrder => payment([{ product, quantity: 1, price: 100 }]);

const ofOneBuyer = (one: PaidOrder): PaidOrder => ({
	...one,
	payment: { ...one.payment, payer: { openid: 'oOneLane' } },
});

/** By product: a bare script that lets them meet is slower than one lane. */
function halves(orders: PaidOrder[]): PaidOrder[][] {
	const products = [...new Set(orders.map(productOf))];
	const first = new Set(products.slice(0, products.length / 2));
	return [true, false].map((half) => orders.filter((one) => first.has(productOf(one)) === half));
}

const productOf = ({ mapping }: PaidOrder) => mapping?.lines[0]?.product_id;

async function ours(
	odoo: OdooClient,
	orders: PaidOrder[],
	options: RecordOptions = { taxes: 'none' },
): Promise<void> {
	const deadline = deadlineAfter(600_000, callContext.monotonic);
	const outcomes = await recordPaidOrders(odoo, orders, options, callContext, deadline);
	for (const outcome of outcomes) {
		if ('error' in outcome) throw outcome.error;
		if (outcome.recorded.status !== 'reserved') throw new Error(outcome.recorded.reason);
	}
}

async function rate(work: () => Promise<unknown>): Promise<number> {
	const began = performance.now();
	await work();
	return (ORDERS * 1000) / (performance.now() - began);
}

function metrics(rates: Record<string, number[]>): Metric[] {
	const of = (name: string) => rates[name] ?? [];
	const beside = (one: string, other: string) =>
		Number(median(of(one).map((value, index) => value / (of(other)[index] ?? NaN))).toFixed(2));
	const perSecond = (name: string) => Number(median(of(name)).toFixed(1));
	const products = `${ORDERS} orders for ${PRODUCTS} products`;
	return [
		{ metric: `${products}: orders a second`, value: perSecond('lanes'), unit: '/s' },
		{ metric: `${products}, one lane: orders a second`, value: perSecond('oneLane'), unit: '/s' },
		{ metric: 'bare script, two lanes: orders a second', value: perSecond('bareTwo'), unit: '/s' },
		{
			metric: 'bare script, two lanes beside one',
			value: beside('bareTwo', 'bareOne'),
			unit: 'x',
		},
		{
			metric: 'lanes beside one lane',
			value: beside('lanes', 'oneLane'),
			unit: 'x',
			goal: { atLeast: 1.5 },
		},
		{
			metric: 'lanes beside the bare script with as many',
			value: beside('lanes', 'bareTwo'),
			unit: 'x',
			goal: { atLeast: 0.8 },
		},
		{ metric: 'one hot product: orders a second', value: perSecond('hot'), unit: '/s' },
		{
			metric: 'one hot product without change log beside with it',
			value: beside('silent', 'hot'),
			unit: 'x',
		},
		{
			metric: 'one hot product without change log beside the bare script',
			value: beside('silent', 'bareHot'),
			unit: 'x',
			goal: { atLeast: 1.2 },
		},
	];
}
