import type { IDataObject } from 'n8n-workflow';

import { OdooStock } from '../../../nodes/OdooStock/OdooStock.node';
import { odooFields } from '../../../tools/services/odoo-fields';
import { runNode } from '../../support/engine';
import { receive } from '../support/stock-moves';
import { useShop } from '../support/shop';
import { protocolsOf, VERSIONS } from '../support/versions';

/** Odoo Stock in n8n's own engine, with the credential as a person fills it in. */
describe.each(VERSIONS)('The node Odoo Stock in Odoo %s', (version) => {
	const shop = useShop(version);

	describe.each(protocolsOf(version))('over %s', (protocol) => {
		const run = async (parameters: IDataObject, items: IDataObject[] = [{}]) => {
			const all = { resource: 'stock', options: {}, ...parameters };
			const credential = { ...odooFields(shop().server), protocol };
			return await runNode(new OdooStock(), all as never, items, credential);
		};
		const codeOf = async (product: number) => {
			const fields = [[product], ['default_code']];
			const [row] = await shop().admin.call<IDataObject[]>('product.product', 'read', fields);
			return String(row?.default_code);
		};

		it('answers each item with its products, and tells apart what Odoo does not know', async () => {
			const [one, two] = [shop().product(1), shop().product(1000)];
			const [first, second] = [await codeOf(one), await codeOf(two)];
			const [found, missing] = await run(
				{
					operation: 'getMany',
					naming: 'sku',
					names: '={{ $json.skus }}',
					options: {
						bufferPercent: 10,
						bufferBySku: { row: [{ sku: first, buffer: '3' }] },
					},
				},
				[{ skus: `${first}, NO-SUCH` }, { skus: [second, first] }],
			);
			expect(found?.map(({ json, pairedItem }) => [pairedItem, json])).toEqual([
				[{ item: 0 }, expect.objectContaining({ sku: first, buffer: 3, quantity_to_promise: 0 })],
				[
					{ item: 1 },
					expect.objectContaining({
						product_id: two,
						default_code: second,
						sku: second,
						free_qty: 1000,
						buffer: 100,
						quantity_to_promise: 900,
					}),
				],
				[{ item: 1 }, expect.objectContaining({ sku: first })],
			]);
			expect(missing).toEqual([
				{
					json: { name: 'NO-SUCH', reason: 'unknown', message: expect.stringContaining('NO-SUCH') },
					pairedItem: { item: 0 },
				},
			]);
		});

		it('never picks one of several products with the same reference', async () => {
			const [one, other] = [shop().product(1), shop().product(1)];
			const code = await codeOf(one);
			await shop().admin.call('product.product', 'write', [[other], { default_code: code }]);
			const [found, missing] = await run({
				operation: 'getMany',
				naming: 'defaultCode',
				names: code,
			});
			expect(found).toEqual([]);
			expect(missing?.[0]?.json).toMatchObject({ name: code, reason: 'ambiguous' });
		});

		it('goes on from the cursor of its last run', async () => {
			const product = shop().product(2);
			const [nothing, begin] = await run({ operation: 'getChanges', cursor: '' });
			expect(nothing).toEqual([]);
			await receive(shop(), [[product, 5]]);
			const cursor = String(begin?.[0]?.json.cursor);
			const [changed, next] = await run({ operation: 'getChanges', cursor });
			expect(changed?.map(({ json }) => json)).toContainEqual(
				expect.objectContaining({ product_id: product, free_qty: 7, quantity_to_promise: 7 }),
			);
			expect(String(next?.[0]?.json.cursor) >= cursor).toBe(true);
		});

		it('says what is wrong with a cursor or a buffer', async () => {
			await expect(run({ operation: 'getChanges', cursor: 'yesterday' })).rejects.toMatchObject({
				description: expect.stringContaining('CURSOR_INVALID'),
			});
			const options = { bufferBySku: { row: [{ sku: 'TEE', buffer: 'some' }] } };
			await expect(run({ operation: 'getMany', naming: 'all', options })).rejects.toMatchObject({
				message: expect.stringContaining('TEE'),
			});
		});
	});
});
