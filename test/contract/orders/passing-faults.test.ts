import type { IntegrationError } from '../../../lib/core/errors';
import { connectOdoo } from '../../../lib/odoo/connect';
import type { OdooClient } from '../../../lib/odoo/client';
import { troubleProxy, type TroubleProxy } from '../../../tools/services/proxy';
import { losingItsSession, sessionEnder } from '../support/ended-sessions';
import { payment } from '../support/payments';
import { record, recordWithin } from '../support/recording';
import { seenOrders } from '../support/seen-orders';
import { useShop } from '../support/shop';
import { protocolsOf, VERSIONS } from '../support/versions';

/** Faults that say nothing about the order: they are repeated, and never leave a draft behind. */
describe.each(VERSIONS)('Passing faults in Odoo %s', (version) => {
	const shop = useShop(version);

	describe.each(protocolsOf(version))('over %s', (protocol) => {
		let client: OdooClient;
		let product: number;
		beforeAll(async () => {
			client = await shop().connect(protocol);
			product = shop().product(1000);
			await record(client, [payment([{ product, quantity: 1, price: 100 }])]);
		});
		const oneRightOrder = () => [
			{ state: 'sale', total: 1, lines: [[product, 1]], moves: 1, activities: [] },
		];

		it('record one right order after a database session has ended at any call', async () => {
			const endSessions = await sessionEnder(shop());
			const errors: IntegrationError[] = [];
			let calls = 0;
			let ended = 0;
			for (let at = 1, more = true; more; at += 1) {
				const order = payment([{ product, quantity: 1, price: 100 }]);
				const interrupted = losingItsSession(client, at, endSessions);
				await recordWithin(20_000, interrupted, [order]);
				const [recorded] = await record(client, [order]);
				expect([at, recorded]).toMatchObject([at, { status: 'reserved' }]);
				expect([at, await seenOrders(shop(), order)]).toMatchObject([at, oneRightOrder()]);
				errors.push(...interrupted.errors);
				calls = at;
				ended += interrupted.ended();
				more = at < interrupted.made();
			}
			// How many of them are errors for the caller depends on the time: most are repeated before.
			expect(ended).toBeGreaterThanOrEqual(calls / 2);
			// JSON-2 rejects a valid key, or denies the database, when the session ends during the login.
			expect(errors.filter(({ retryable }) => !retryable)).toEqual([]);
		}, 300_000);

		describe('of a proxy in front of it', () => {
			let proxy: TroubleProxy;
			let proxied: OdooClient;
			beforeAll(async () => {
				proxy = await troubleProxy(shop().server.url);
				proxied = await connectOdoo({ ...shop().connection(protocol), url: proxy.url });
				await record(proxied, [payment([{ product, quantity: 1, price: 100 }])]);
			});
			afterAll(async () => await proxy.close());

			it.each([
				[429, 'res.partner.load'],
				[429, 'sale.order.action_confirm'],
				[503, 'sale.order.load'],
				[503, 'sale.order.action_confirm'],
			])('answer %d to %s, and the pause of Retry-After is kept', async (status, call) => {
				const order = payment([{ product, quantity: 1, price: 100 }]);
				const times: number[] = [];
				proxy.trouble.refuses = (made) => {
					if (made !== call) return undefined;
					times.push(performance.now());
					return times.length > 1 ? undefined : { status, headers: { 'retry-after': '2' } };
				};
				const [recorded] = await record(proxied, [order]);
				expect(recorded).toMatchObject({ status: 'reserved' });
				expect(await seenOrders(shop(), order)).toMatchObject(oneRightOrder());
				expect(Number(times[1]) - Number(times[0])).toBeGreaterThanOrEqual(2_000);
			});

			it('fail without an order to correct when the pause is longer than the budget', async () => {
				const order = payment([{ product, quantity: 1, price: 100 }]);
				proxy.trouble.refuses = (call) =>
					call === 'sale.order.action_confirm'
						? { status: 429, headers: { 'retry-after': '60' } }
						: undefined;
				const [outcome] = await recordWithin(4_000, proxied, [order]);
				expect(outcome).toMatchObject({ error: { code: 'ODOO_TOO_MANY_CALLS', retryable: true } });
				proxy.trouble.refuses = () => undefined;
				expect(await record(proxied, [order])).toMatchObject([{ status: 'reserved' }]);
				expect(await seenOrders(shop(), order)).toMatchObject(oneRightOrder());
			});
		});
	});
});
