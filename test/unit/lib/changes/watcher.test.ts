import { setTimeout as sleep } from 'node:timers/promises';

import type { OdooClient } from '../../../../lib/odoo/client';
import type { Watch } from '../../../../lib/changes/watch';
import { startWatcher, type Watcher } from '../../../../lib/changes/watcher';
import type { Hearing, Telling } from '../../../../lib/changes/watcher-settings';
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

const told: Telling[] = [];
const failures: unknown[] = [];
let watcher: Watcher | undefined;
let refuse = 0;
let kept: string | undefined;

afterEach(async () => {
	await watcher?.stop();
	watcher = undefined;
	told.length = failures.length = refuse = 0;
	kept = undefined;
});

const HOUR_MS = 3_600_000;

async function watching(
	warehouse: Warehouse,
	settings: {
		pollMs?: number;
		catchUpMs?: number;
		calmMs?: number;
		cursor?: string;
		hearing?: Hearing;
	} = {},
): Promise<Watcher> {
	watcher = await startWatcher({
		watch: warehouse.watch,
		client: async () => await Promise.resolve(warehouse.client),
		cursor: settings.cursor,
		keep: (cursor) => (kept = cursor),
		tell: async (telling) => {
			if (refuse > 0) {
				refuse -= 1;
				await Promise.reject(new Error('n8n could not store it'));
			}
			told.push(telling);
		},
		listen: async () => await Promise.resolve(settings.hearing ?? { pushed: true }),
		failed: (error) => failures.push(error),
		gatherMs: 20,
		calmMs: settings.calmMs ?? 100,
		pollMs: settings.pollMs ?? HOUR_MS,
		catchUpMs: settings.catchUpMs ?? HOUR_MS,
		now: Date.now,
	});
	return watcher;
}

/** The figures that were told of a product, in their order. */
const figures = (id: number) =>
	told.flatMap(({ news }) =>
		news.filter((one) => one.id === id).map(({ json }) => (json as { quantity: number }).quantity),
	);

it('tells nothing of what was there before it began, and the first change at once', async () => {
	const warehouse = new Warehouse();
	warehouse.set(1, 5);
	const one = await watching(warehouse);
	expect(told).toEqual([]);
	warehouse.set(1, 4);
	one.hint(1);
	await until(() => told.length > 0, 'the change is told', 2_000);
	expect(told[0]).toMatchObject({ source: 'push', news: [{ id: 1, json: { quantity: 4 } }] });
});

it('reads a burst together, tells each product at most twice, and ends with the newest figures', async () => {
	const warehouse = new Warehouse();
	const one = await watching(warehouse, { calmMs: 400 });
	for (let move = 1; move <= 300; move++) {
		const id = 1 + (move % 10);
		warehouse.set(id, move);
		one.hint(id);
		if (move % 50 === 0) await sleep(5);
	}
	await until(() => figures(1).at(-1) === 300, 'the last figure is told', 5_000);
	await sleep(500);
	for (let id = 1; id <= 10; id++) {
		expect(figures(id).length).toBeLessThanOrEqual(2);
		expect(figures(id).at(-1)).toBe(id === 1 ? 300 : 290 + id - 1);
	}
	expect(warehouse.readings).toBeLessThan(10);
});

it('tells a fall after the calm time, and a rise of what keeps moving once it is still', async () => {
	const warehouse = new Warehouse();
	const quantity = (state: unknown) => (state as { quantity: number }).quantity;
	warehouse.watch.mayWait = (before, now) => quantity(now) >= quantity(before);
	const one = await watching(warehouse, { calmMs: 200 });
	const move = (id: number, to: number) => {
		warehouse.set(id, to);
		one.hint(id);
	};
	for (let step = 1; step <= 15; step++) {
		move(1, 100 + step);
		move(2, 100 - step);
		await sleep(40);
	}
	const settled = () => figures(1).at(-1) === 115 && figures(2).at(-1) === 85;
	await until(settled, 'the last figures are told', 5_000);
	expect(figures(1)).toEqual([101, 115]);
	expect(figures(2).length).toBeGreaterThan(2);
});

it('finds what was never pushed', async () => {
	const warehouse = new Warehouse();
	await watching(warehouse, { pollMs: 50, catchUpMs: 50 });
	warehouse.set(3, 7);
	await until(() => figures(3).length > 0, 'the lost push is found', 5_000);
	await sleep(200);
	expect(figures(3)).toEqual([7]);
	expect(told[0]?.source).toBe('poll');
});

it('keeps looking at the quick interval until a push has arrived, and again when one did not', async () => {
	const warehouse = new Warehouse();
	const one = await watching(warehouse, { pollMs: 50, catchUpMs: HOUR_MS });
	warehouse.set(1, 1);
	await until(() => figures(1).length === 1, 'found by looking', 5_000);
	one.hint(2);
	warehouse.set(2, 2);
	await until(() => figures(2).at(-1) === 2, 'found by a push', 5_000);
	await sleep(150);
	const readings = warehouse.readings;
	await sleep(200);
	expect(warehouse.readings).toBe(readings);
});

it('says why it only looks', async () => {
	const warehouse = new Warehouse();
	const hearing = { pushed: false, why: 'Odoo 14 cannot push.' } as const;
	await watching(warehouse, { pollMs: 30, hearing });
	await sleep(100);
	warehouse.set(1, 1);
	await until(() => told.length > 0, 'the change is told', 5_000);
	expect(told[0]).toMatchObject({ source: 'poll', hearing });
});

it('doubled and reordered pushes change nothing', async () => {
	const warehouse = new Warehouse();
	const one = await watching(warehouse, { calmMs: 30 });
	warehouse.set(1, 5);
	warehouse.set(2, 6);
	for (const id of [2, 1, 2, 1, 1]) one.hint(id);
	await until(() => figures(1).length + figures(2).length === 2, 'both are told', 5_000);
	for (const id of [2, 1, 2]) one.hint(id);
	await sleep(150);
	expect([figures(1), figures(2)]).toEqual([[5], [6]]);
});

it('tells again what did not arrive, as it is by then, at ever longer intervals', async () => {
	const warehouse = new Warehouse();
	const one = await watching(warehouse, { catchUpMs: 60 });
	refuse = 3;
	warehouse.set(1, 9);
	const start = Date.now();
	one.hint(1);
	await sleep(100);
	warehouse.set(1, 8);
	await until(() => figures(1).length > 0, 'told after all', 5_000);
	expect(figures(1)).toEqual([8]);
	expect(Date.now() - start).toBeGreaterThanOrEqual(60 + 120 + 240);
});

it('goes on from where it stood, and survives an Odoo that is down', async () => {
	const warehouse = new Warehouse();
	warehouse.set(1, 1);
	warehouse.down = true;
	await watching(warehouse, { pollMs: 40, cursor: '2026-01-01 00:00:00' });
	expect(failures).toHaveLength(1);
	warehouse.down = false;
	await until(() => figures(1).length > 0, 'told once Odoo is there', 5_000);
	expect(kept).toBe('2026-01-01 00:00:01');
});

it('tells nothing any more once it is stopped', async () => {
	const warehouse = new Warehouse();
	const one = await watching(warehouse);
	warehouse.set(1, 1);
	one.hint(1);
	await one.stop();
	await sleep(100);
	expect(told).toEqual([]);
});
