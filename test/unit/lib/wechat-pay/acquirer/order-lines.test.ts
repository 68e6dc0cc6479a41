import { fromAirwallex, fromStripe } from './requests';

const products = [
	{ code: '6901', sku: 'TEE-RED-M', name: 'Tee', quantity: 2, unit_price: 99 },
	{ code: '6902', sku: 'CAP-BLK', name: 'Cap', quantity: 1, unit_price: 50.5 },
];

it("reads Airwallex's products by the code that the node names", async () => {
	const prices = [
		{ quantity: 2, unit_price_fen: 9900 },
		{ quantity: 1, unit_price_fen: 5050 },
	];
	for (const [linesFrom, skus] of [
		['product_sku', ['TEE-RED-M', 'CAP-BLK']],
		['product_code', ['6901', '6902']],
	] as const) {
		expect(await fromAirwallex({ products }, { linesFrom })).toMatchObject({
			item: {
				lines: prices.map((price, index) => ({ sku: skus[index], ...price })),
				lines_source: linesFrom,
			},
		});
	}
});

it.each([
	['no products', undefined, 'order.products'],
	['a product without the code', [{ code: '1', quantity: 1 }], 'order.products.sku'],
	['half a unit', [{ sku: 'A', quantity: 0.5 }], 'order.products.quantity'],
])('reports %s with the payment, which is paid in any case', async (_, given, name) => {
	const changes = given ? { products: given } : {};
	expect(await fromAirwallex(changes, { linesFrom: 'product_sku' })).toMatchObject({
		kind: 'payment',
		item: { lines: [], lines_problem: `The acquirer's event has no valid ${name}.` },
	});
});

it('names the field that holds no lines, and not attach', async () => {
	expect(
		await fromStripe(
			{ metadata: { order_id: '1', basket: 'SHOP1' } },
			{
				linesPath: 'metadata.basket',
			},
		),
	).toMatchObject({
		item: {
			lines: [],
			lines_problem: expect.stringMatching(/^No order lines could be read from metadata\.basket: /),
		},
	});
});

it('expects none where a later node supplies them', async () => {
	const result = await fromStripe({}, { linesFrom: 'none' });
	expect(result).toMatchObject({ item: { lines: [], lines_source: 'none' } });
	expect(result).not.toHaveProperty('item.lines_problem');
});
