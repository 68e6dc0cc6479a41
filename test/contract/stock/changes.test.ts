import { setTimeout as sleep } from 'node:timers/promises';

import { changedSince, newestChange } from '../../../lib/changes/changed-since';
import type { OdooClient } from '../../../lib/odoo/client';
import { STOCK_SOURCES } from '../../../lib/stock/stock-watch';
import { freeQuantities } from '../../../lib/stock/quantities';
import { receive } from '../support/stock-moves';
import { useShop } from '../support/shop';
import { protocolsOf, VERSIONS } from '../support/versions';

/** Reading what has changed since a cursor. */
describe.each(VERSIONS)('Stock changes in Odoo %s', (version) => {
	const shop = useShop(version);

	describe.each(protocolsOf(version))('over %s', (protocol) => {
		let client: OdooClient;
		beforeAll(async () => {
			client = await shop().connect(protocol);
		});
		const since = async (cursor: string, overlap?: number) =>
			await changedSince(client, STOCK_SOURCES, cursor, overlap);

		it('finds a product once, however often it has moved', async () => {
			const product = shop().product(1);
			const start = await newestChange(client, STOCK_SOURCES);
			for (const pieces of [1, 2, 3]) await receive(shop(), [[product, pieces]]);
			const { ids, cursor } = await since(start, 0);
			expect(ids.filter((id) => id === product)).toEqual([product]);
			expect(cursor > start).toBe(true);
			expect((await since(cursor, 0)).cursor).toBe(cursor);
		});

		it('finds a change of the very second of its cursor', async () => {
			const [one, other] = [shop().product(1), shop().product(1)];
			await receive(shop(), [[one, 1]]);
			const { cursor } = await since(await newestChange(client, STOCK_SOURCES), 0);
			await receive(shop(), [[other, 1]]);
			expect((await since(cursor, 0)).ids).toEqual(expect.arrayContaining([one, other]));
		});

		it('finds a change that was committed after later ones had been read', async () => {
			const [slow, quick] = [shop().product(1), shop().product(1)];
			const start = await newestChange(client, STOCK_SOURCES);
			const late = receive(shop(), [[slow, 5]], 12);
			await sleep(4000);
			await receive(shop(), [[quick, 1]]);
			const before = await since(start);
			expect(before.ids).toContain(quick);
			const [unseen] = await freeQuantities(client, [slow]);
			expect(unseen?.free_qty).toBe(1);
			await late;
			// Without the overlap it would be lost, which proves that it did come late.
			expect((await since(before.cursor, 0)).ids).not.toContain(slow);
			expect((await since(before.cursor)).ids).toContain(slow);
			const [seen] = await freeQuantities(client, [slow]);
			expect(seen?.free_qty).toBe(6);
		});

		it('never misses a product while many change at once', async () => {
			const products = Array.from({ length: 6 }, () => shop().product(1));
			let cursor = await newestChange(client, STOCK_SOURCES);
			const told = new Map<number, number>();
			let moving = true;
			const moves = Promise.all(
				products.map(async (product, index) => {
					for (let times = 0; times < 3; times++) await receive(shop(), [[product, index + 1]]);
				}),
			).finally(() => {
				moving = false;
			});
			const look = async () => {
				const changes = await since(cursor);
				cursor = changes.cursor;
				for (const free of await freeQuantities(client, changes.ids)) {
					told.set(free.product_id, free.free_qty);
				}
			};
			while (moving) await look();
			await moves;
			await look();
			expect(products.map((product) => told.get(product))).toEqual(
				products.map((_, index) => 1 + 3 * (index + 1)),
			);
		});
	});
});
