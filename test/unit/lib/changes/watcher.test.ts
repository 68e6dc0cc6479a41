import { setTimeout as sleep } from 'node:timers/promises';

import type { OdooClient } from '../../../../lib/odoo/client';
import type { Watch } from '../../../../lib/changes/watch';
import { startWatcher, type Watcher } from '../../../../lib/changes/watcher';
import type { Emission, PushStatus } from '../../../../lib/changes/watcher-settings';
import { waitUntil } from '../../../../tools/services/processes';
import { fakeOdoo } from '../odoo/fake-odoo';

/** A product's stock in an Odoo whose clock ticks with every change. */
class Warehouse {
	private seconds = 0;
	private readonly rows = new Map<number, { quantity: number; write_date: string }>();
	down = false;
	readings = 0;

	set(id: number, quantity: number): void {
		this.seconds += 1;
		const write_date = new Date(Date.UTC(2026, 0, 1) + this.seconds * 1000)
			.toISOString()
			.slice(0, 19)
			.replace('T', ' ');
		this.rows.set(id, { quantity, write_date });
	}

	readonly client: OdooClient = fakeOdoo(() => {
		if (this.down) throw new Error('Odoo is down');
		return [...this.rows].map(([id, { write_date }]) => ({ id, write_date }));
	});

	readonly watch: Watch = {
		sources: [{ model: 'product', domain: [], of: 'id' }],
		read: async (_odoo, ids) => {
			if (this.down) throw new Error('Odoo is down');
			this.readings += 1;
			return await Promise.resolve(
				ids.map((id) => ({ id, json: { id, quantity: this.rows.get(id)?.quantity ?? 0 } })),
			);
		},
	};
}

const until = async (isSo: () => boolean, what: string, withinMs: number) =>
	await waitUntil(what, withinMs, async () => await Promise.resolve(isSo()));

const emissions: Emission[] = [];
const failures: unknown[] = [];
let watcher: Watcher | undefined;
let refuse = 0;
let saved: string | undefined;

afterEach(async () => {
	await watcher?.stop();
	watcher = undefined;
	emissions.length = failures.length = refuse = 0;
	saved = undefined;
});

const HOUR_MS = 3_600_000;

async function watching(
	warehouse: Warehouse,
	settings: {
		pollMs?: number;
		catchUpMs?: number;
		calmMs?: number;
		cursor?: string;
		push?: PushStatus;
	} = {},
): Promise<Watcher> {
	watcher = await startWatcher({
		watch: warehouse.watch,
		client: async () => await Promise.resolve(warehouse.client),
		cursor: settings.cursor,
		saveCursor: (cursor) => (saved = cursor),
		emit: async (emission) => {
			if (refuse > 0) {
				refuse -= 1;
				await Promise.reject(new Error('n8n could not store it'));
			}
			emissions.push(emission);
		},
		enablePush: async () => await Promise.resolve(settings.push ?? { pushed: true }),
		failed: (error) => failures.push(error),
		gatherMs: 20,
		calmMs: settings.calmMs ?? 100,
		pollMs: settings.pollMs ?? HOUR_MS,
		catchUpMs: settings.catchUpMs ?? HOUR_MS,
		now: Date.now,
		monotonic: () => performance.now(),
	});
	return watcher;
}

/** The emitted quantities of a product, in their order. */
const quantities = (id: number) =>
	emissions.flatMap(({ changed }) =>
		changed
			.filter((one) => one.id === id)
			.map(({ json }) => (json as { quantity: number }).quantity),
	);

it('emits nothing that was there before, and the first change immediately', async () => {
	const warehouse = new Warehouse();
	warehouse.set(1, 5);
	const one = await watching(warehouse);
	expect(emissions).toEqual([]);
	warehouse.set(1, 4);
	one.pushed(1);
	await until(() => emissions.length > 0, 'the change is emitted', 2_000);
	expect(emissions[0]).toMatchObject({
		source: 'push',
		changed: [{ id: 1, json: { quantity: 4 } }],
	});
});

it('reads a burst together, emits each product at most twice, and ends with the newest quantities', async () => {
	const warehouse = new Warehouse();
	const one = await watching(warehouse, { calmMs: 400 });
	for (let move = 1; move <= 300; move++) {
		const id = 1 + (move % 10);
		warehouse.set(id, move);
		one.pushed(id);
		if (move % 50 === 0) await sleep(5);
	}
	await until(() => quantities(1).at(-1) === 300, 'the last quantity is emitted', 5_000);
	await sleep(500);
	for (let id = 1; id <= 10; id++) {
		expect(quantities(id).length).toBeLessThanOrEqual(2);
		expect(quantities(id).at(-1)).toBe(id === 1 ? 300 : 290 + id - 1);
	}
	expect(warehouse.readings).toBeLessThan(10);
});

it('emits a fall after the calm time, and a rise of a product that keeps changing once it is calm', async () => {
	const warehouse = new Warehouse();
	const quantity = (state: unknown) => (state as { quantity: number }).quantity;
	warehouse.watch.mayWait = (before, now) => quantity(now) >= quantity(before);
	const one = await watching(warehouse, { calmMs: 200 });
	const move = (id: number, to: number) => {
		warehouse.set(id, to);
		one.pushed(id);
	};
	for (let step = 1; step <= 15; step++) {
		move(1, 100 + step);
		move(2, 100 - step);
		await sleep(40);
	}
	const settled = () => quantities(1).at(-1) === 115 && quantities(2).at(-1) === 85;
	await until(settled, 'the last quantities are emitted', 5_000);
	expect(quantities(1)).toEqual([101, 115]);
	expect(quantities(2).length).toBeGreaterThan(2);
});

it('finds changes that were not pushed', async () => {
	const warehouse = new Warehouse();
	await watching(warehouse, { pollMs: 50, catchUpMs: 50 });
	warehouse.set(3, 7);
	await until(() => quantities(3).length > 0, 'the lost push is found', 5_000);
	await sleep(200);
	expect(quantities(3)).toEqual([7]);
	expect(emissions[0]?.source).toBe('poll');
});

it('polls at the short interval until a push arrives, and again when one did not', async () => {
	const warehouse = new Warehouse();
	const one = await watching(warehouse, { pollMs: 50, catchUpMs: HOUR_MS });
	warehouse.set(1, 1);
	await until(() => quantities(1).length === 1, 'found by a poll', 5_000);
	one.pushed(2);
	warehouse.set(2, 2);
	await until(() => quantities(2).at(-1) === 2, 'found by a push', 5_000);
	await sleep(150);
	const readings = warehouse.readings;
	await sleep(200);
	expect(warehouse.readings).toBe(readings);
});

it('says why it only polls', async () => {
	const warehouse = new Warehouse();
	const push = { pushed: false, why: 'Odoo 14 cannot push.' } as const;
	await watching(warehouse, { pollMs: 30, push });
	await sleep(100);
	warehouse.set(1, 1);
	await until(() => emissions.length > 0, 'the change is emitted', 5_000);
	expect(emissions[0]).toMatchObject({ source: 'poll', push });
});

it('doubled and reordered pushes change nothing', async () => {
	const warehouse = new Warehouse();
	const one = await watching(warehouse, { calmMs: 30 });
	warehouse.set(1, 5);
	warehouse.set(2, 6);
	for (const id of [2, 1, 2, 1, 1]) one.pushed(id);
	await until(() => quantities(1).length + quantities(2).length === 2, 'both are emitted', 5_000);
	for (const id of [2, 1, 2]) one.pushed(id);
	await sleep(150);
	expect([quantities(1), quantities(2)]).toEqual([[5], [6]]);
});

it('emits newest states again when they did not arrive, at growing intervals', async () => {
	const warehouse = new Warehouse();
	const one = await watching(warehouse, { catchUpMs: 60 });
	refuse = 3;
	warehouse.set(1, 9);
	const start = Date.now();
	one.pushed(1);
	await sleep(100);
	warehouse.set(1, 8);
	await until(() => quantities(1).length > 0, 'emitted after all', 5_000);
	expect(quantities(1)).toEqual([8]);
	expect(Date.now() - start).toBeGreaterThanOrEqual(60 + 120 + 240);
});

it('continues from its cursor, and survives an Odoo that is down', async () => {
	const warehouse = new Warehouse();
	warehouse.set(1, 1);
	warehouse.down = true;
	await watching(warehouse, { pollMs: 40, cursor: '2026-01-01 00:00:00' });
	expect(failures).toHaveLength(1);
	warehouse.down = false;
	await until(() => quantities(1).length > 0, 'emitted once Odoo is back', 5_000);
	expect(saved).toBe('2026-01-01 00:00:01');
});

it('emits nothing after it was stopped', async () => {
	const warehouse = new Warehouse();
	const one = await watching(warehouse);
	warehouse.set(1, 1);
	one.pushed(1);
	await one.stop();
	await sleep(100);
	expect(emissions).toEqual([]);
});
