import { setTimeout as sleep } from 'node:timers/promises';

import type { OdooClient } from '../../../lib/odoo/client';
import { connectOdoo } from '../../../lib/odoo/connect';
import { troubleProxy, type TroubleProxy } from '../../../scripts/services/proxy';
import { payment } from './payments';
import { record, recordWithin } from './recording';
import { seenOrders } from './seen-orders';
import type { Protocol, Shop } from './shop';

/** A slow Odoo, and how often it is asked. */
export function describeBudget(shop: () => Shop, protocol: Protocol): void {
	let product: number;
	let proxy: TroubleProxy;
	let client: OdooClient;
	beforeAll(() => {
		product = shop().product(1000);
	});
	beforeEach(async () => {
		proxy = await troubleProxy(shop().server.url);
		client = await connectOdoo({ ...shop().connection(protocol), url: proxy.url });
		// What a connection asks for once is asked for here.
		await record(client, [payment([{ product, quantity: 1, price: 100 }])]);
	});
	afterEach(async () => await proxy.close());

	it.each(['res.partner.load', 'sale.order.load', 'sale.order.action_confirm'])(
		'fails in time when %s is answered after the deadline, and the next delivery makes it one order',
		async (call) => {
			const order = payment([{ product, quantity: 1, price: 100 }]);
			proxy.delay(call, 3_000);
			const [late] = await recordWithin(2_000, client, [order]);
			expect(late).toMatchObject({ error: { code: 'ODOO_TIME_BUDGET', retryable: true } });
			expect(proxy.calls.at(-1)).toBe(call);
			proxy.delay(call, 0);
			await sleep(100);
			const [recorded] = await record(client, [order]);
			expect(recorded).toMatchObject({ status: 'reserved', state: 'sale' });
			expect(await seenOrders(shop(), order)).toMatchObject([
				{ state: 'sale', lines: [[product, 1]], moves: 1 },
			]);
		},
	);

	it('needs three writes and, in recent versions, three reads for an order of a new buyer', async () => {
		proxy.calls.length = 0;
		await record(client, [payment([{ product, quantity: 1, price: 100 }])]);
		const writes = ['res.partner.load', 'sale.order.load', 'sale.order.action_confirm'];
		expect(proxy.calls.filter((call) => writes.includes(call))).toEqual(writes);
		const reads = proxy.calls.filter((call) => !writes.includes(call)).sort();
		const [line, move, order] = ['sale.order.line', 'stock.move', 'sale.order'];
		const models = [order, order, order, line, line, move, 'stock.quant'];
		const flat = models.map((model) => `${model}.search_read`);
		const nested = ['search_read', 'web_search_read', 'web_search_read'];
		expect(reads).toEqual(
			shop().server.version === '14' ? flat.sort() : nested.map((read) => `sale.order.${read}`),
		);
	});
}
