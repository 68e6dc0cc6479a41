import { setTimeout as sleep } from 'node:timers/promises';

import { deadlineAfter } from '../../lib/core/deadline';
import type { OdooClient } from '../../lib/odoo/client';
import type { PaidOrder } from '../../lib/orders/model/paid-order';
import { recordPaidOrders } from '../../lib/orders/record/record-paid-orders';
import { callContext } from '../../nodes/shared/call-context';
import { startOdoo } from '../services/odoo';
import { odooAdmin } from '../services/odoo-admin';
import { seedProducts } from '../services/odoo-seed';
import { progressFor } from '../services/progress';
import { payment } from '../../test/contract/support/payments';
import { median, percentile, type Metric } from './metric';
import { inBatches, oneByOne } from './odoo-by-hand';
import { userClient } from './odoo-client';
import { run as growth } from './odoo-growth';
import { run as lanes } from './odoo-lanes';
import { throughN8n } from './odoo-through-n8n';

const ROUNDS = 3;
const ORDERS = 100;
/** One call at a time is slow: fewer orders tell its rate just as well. */
const ORDERS_ONE_BY_ONE = 25;
const BATCH_BY_HAND = 50;

interface Round {
	/** Orders a second, from the first arrival to the last order. */
	rate: number;
	/** Milliseconds from an order's arrival to its reservation. */
	latencies: number[];
}

/**
 * Orders for one hot product in a real Odoo, by themselves and through a real n8n.
 *
 * @param words `direct` or `n8n` for one of the two; `lanes` or `growth` for another benchmark
 */
export async function run([part]: string[]): Promise<Metric[]> {
	if (part === 'lanes') return await lanes();
	if (part === 'growth') return await growth();
	return [
		...(part === 'n8n' ? [] : await direct()),
		...(part === 'direct' ? [] : await throughN8n()),
	];
}

/** This package's own code, one call at a time, and a bare script. */
async function direct(): Promise<Metric[]> {
	const progress = progressFor('bench odoo');
	const server = await startOdoo('19', progress);
	try {
		const hot = { sku: 'HOT', name: 'Hot product', price: 1, stock: 1_000_000 };
		const { HOT: product = 0 } = await seedProducts(odooAdmin(server), server, [hot]);
		const client = await userClient(server);
		const user = odooAdmin({ ...server, admin: server.user });
		const orders = (count: number) =>
			Array.from({ length: count }, () => payment([{ product, quantity: 1, price: 100 }]));
		const rounds: Record<'ours' | 'steady' | 'single' | 'bare', Round[]> = {
			ours: [],
			steady: [],
			single: [],
			bare: [],
		};
		await arriving(client, orders(20), 0);
		await inBatches(user, orders(20), BATCH_BY_HAND);
		for (let round = 1; round <= ROUNDS; round += 1) {
			progress(`round ${round} of ${ROUNDS}`);
			rounds.ours.push(await arriving(client, orders(ORDERS), 0));
			rounds.bare.push(
				await timed(ORDERS, async () => await inBatches(user, orders(ORDERS), BATCH_BY_HAND)),
			);
			rounds.single.push(
				await timed(ORDERS_ONE_BY_ONE, async () => await oneByOne(user, orders(ORDERS_ONE_BY_ONE))),
			);
			rounds.steady.push(await arriving(client, orders(ORDERS / 2), 8));
		}
		return metrics(rounds);
	} finally {
		await server.stop();
	}
}

/** Each order arrives in a separate call, as from a separate execution; 0 a second: all at once. */
async function arriving(
	client: OdooClient,
	orders: PaidOrder[],
	perSecond: number,
): Promise<Round> {
	const latencies: number[] = [];
	const { rate } = await timed(orders.length, async () => {
		await Promise.all(
			orders.map(async (order, index) => {
				await sleep(perSecond === 0 ? 0 : (index * 1000) / perSecond);
				const began = performance.now();
				const deadline = deadlineAfter(600_000, callContext.monotonic);
				const options = { taxes: 'none' as const };
				const [outcome] = await recordPaidOrders(client, [order], options, callContext, deadline);
				if (!outcome || 'error' in outcome) throw outcome?.error ?? new Error('No outcome');
				if (outcome.recorded.status !== 'reserved') throw new Error(outcome.recorded.reason);
				latencies.push(performance.now() - began);
			}),
		);
		return [];
	});
	return { rate, latencies };
}

async function timed(count: number, work: () => Promise<number[]>): Promise<Round> {
	const began = performance.now();
	const latencies = await work();
	return { rate: (count * 1000) / (performance.now() - began), latencies };
}

function metrics({ ours, steady, single, bare }: Record<string, Round[]>): Metric[] {
	const rate = (rounds: Round[] = []) => Number(median(rounds.map((one) => one.rate)).toFixed(1));
	const tail = (rounds: Round[] = []) =>
		Math.round(median(rounds.map(({ latencies }) => percentile(latencies, 0.99))));
	const beside = (others: Round[] = []) =>
		Number(
			median((ours ?? []).map((one, index) => one.rate / (others[index]?.rate ?? NaN))).toFixed(2),
		);
	return [
		{ metric: `${ORDERS} orders at once: orders a second`, value: rate(ours), unit: '/s' },
		{ metric: `${ORDERS} orders at once: p99`, value: tail(ours), unit: 'ms' },
		{ metric: '8 orders a second: p99', value: tail(steady), unit: 'ms' },
		{ metric: 'one call at a time: orders a second', value: rate(single), unit: '/s' },
		{ metric: 'one call at a time: p99', value: tail(single), unit: 'ms' },
		{ metric: 'bare script, batches of 50: orders a second', value: rate(bare), unit: '/s' },
		{ metric: 'bare script, batches of 50: p99', value: tail(bare), unit: 'ms' },
		{
			metric: 'rate beside one call at a time',
			value: beside(single),
			unit: 'x',
			goal: { atLeast: 3 },
		},
		{
			metric: 'rate beside the bare script',
			value: beside(bare),
			unit: 'x',
			goal: { atLeast: 0.8 },
		},
	];
}
