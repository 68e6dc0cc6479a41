import { setTimeout as sleep } from 'node:timers/promises';

import type { OdooClient } from '../../../lib/odoo/client';
import type { PaidOrder } from '../../../lib/orders/model/paid-order';
import { connectOdoo } from '../../../lib/odoo/connect';
import { troubleProxy, type TroubleProxy } from '../../../tools/services/proxy';
import { isBefore } from '../../../tools/services/odoo-versions';
import { payment } from '../support/payments';
import { record, recordWithin } from '../support/recording';
import { seenOrders } from '../support/seen-orders';
import { useShop } from '../support/shop';
import { protocolsOf, VERSIONS } from '../support/versions';

/** A slow Odoo, and how often it is asked. */
describe.each(VERSIONS)('Time and calls in Odoo %s', (version) => {
	const shop = useShop(version);

	describe.each(protocolsOf(version))('over %s', (protocol) => {
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
				proxy.delay(call, 7_000);
				const [late] = await recordWithin(4_000, client, [order]);
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

		const writes = ['res.partner.load', 'sale.order.load', 'sale.order.action_confirm'];
		const readsOf = async (order: PaidOrder) => {
			proxy.calls.length = 0;
			expect(await record(client, [order])).toMatchObject([{ status: 'reserved' }]);
			expect(proxy.calls.filter((call) => writes.includes(call))).toEqual(writes);
			return proxy.calls.filter((call) => !writes.includes(call)).sort();
		};
		const hasNestedReads = !isBefore(version, '17');

		it('needs three writes and three reads for an order of a new buyer; where Odoo has no nested reads, six', async () => {
			const reads = await readsOf(payment([{ product, quantity: 1, price: 100 }]));
			const nested = ['search_read', 'web_search_read', 'web_search_read'];
			const [line, move] = ['sale.order.line.search_read', 'stock.move.search_read'];
			const orders = [1, 2, 3].map(() => 'sale.order.search_read');
			expect(reads).toEqual(
				hasNestedReads ? nested.map((read) => `sale.order.${read}`) : [line, line, ...orders, move],
			);
		});
	});
});
