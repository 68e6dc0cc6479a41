import type { IDataObject } from 'n8n-workflow';

import type { PaidOrder } from '../../../lib/orders/model/paid-order';
import { OdooSale } from '../../../nodes/OdooSale/OdooSale.node';
import { odooFields } from '../../../tools/services/odoo-fields';
import { runNode } from '../../support/engine';
import { payment, unmapped } from '../support/payments';
import { seenOrders } from '../support/seen-orders';
import { useShop } from '../support/shop';
import { protocolsOf, VERSIONS } from '../support/versions';

/** The node in n8n's own engine, with the credential as a person fills it in. */
describe.each(VERSIONS)('The node Odoo Sale in Odoo %s', (version) => {
	const shop = useShop(version);

	describe.each(protocolsOf(version))('over %s', (protocol) => {
		const item = ({ payment: paid, mapping }: PaidOrder) =>
			({ ...paid, mapping, trade_state: 'SUCCESS' }) as unknown as IDataObject;
		const run = async (items: IDataObject[], parameters: IDataObject = {}) =>
			await runNode(
				new OdooSale(),
				{ resource: 'order', operation: 'recordPaidOrder', taxes: 'none', ...parameters } as never,
				items,
				{ ...odooFields(shop().server), protocol },
				{ onError: 'continueRegularOutput' },
			);

		it('sorts a batch to its three outputs, each item with its fields, and failed ones to the first', async () => {
			const plenty = shop().product(1000);
			const reserved = payment([{ product: plenty, quantity: 1, price: 100 }]);
			const short = payment([{ product: shop().product(0), quantity: 1, price: 100 }]);
			const draft = unmapped(payment([{ product: plenty, quantity: 1, price: 100 }]));
			const items = [item(draft), { note: 'no payment' }, item(short), item(reserved)];
			const outputs = await run(items);
			const seen = outputs.map((output) =>
				output.map(({ json, pairedItem }) => [
					pairedItem,
					(json.odoo as { status?: string } | undefined)?.status ?? 'error',
				]),
			);
			expect(seen).toEqual([
				[
					[{ item: 1 }, 'error'],
					[{ item: 3 }, 'reserved'],
				],
				[[{ item: 2 }, 'short']],
				[[{ item: 0 }, 'needs_review']],
			]);
			expect(outputs[0]?.[1]?.json).toMatchObject(item(reserved));
			expect(JSON.stringify(outputs)).not.toContain(shop().server.user.password);
		});

		it('takes the pricelist and the reviewer that are chosen', async () => {
			const { admin } = shop();
			const inYuan = [['currency_id.name', '=', 'CNY']];
			const [pricelist] = await admin.call<number[]>('product.pricelist', 'search', [inYuan]);
			const someone = [['login', '=', shop().server.admin.login]];
			const [reviewer] = await admin.call<number[]>('res.users', 'search', [someone]);
			const order = unmapped(payment([{ product: 1, quantity: 1, price: 100 }]));
			await run([item(order)], {
				pricelist: { __rl: true, mode: 'id', value: String(pricelist) },
				options: { reviewer },
			});
			const [seen] = await seenOrders(shop(), order);
			const todo = [
				['res_model', '=', 'sale.order'],
				['res_id', '=', seen?.id],
				['user_id', '=', reviewer],
			];
			expect(await admin.call('mail.activity', 'search_count', [todo])).toBe(1);

			const wrong = { pricelist: { __rl: true, mode: 'id', value: '999999' } };
			const other = payment([{ product: shop().product(1000), quantity: 1, price: 100 }]);
			const [, , review] = await run([item(other)], wrong);
			expect(review?.[0]?.json.odoo).toMatchObject({
				status: 'needs_review',
				reason: expect.stringContaining('pricelist selected in the node'),
			});
			const drafts = await seenOrders(shop(), other);
			expect(drafts).toMatchObject([{ state: 'draft', moves: 0 }]);
			expect(drafts[0]?.lines.filter(([of]) => of !== 0)).toEqual([]);
		});
	});
});
