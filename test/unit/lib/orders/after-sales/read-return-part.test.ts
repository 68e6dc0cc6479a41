import { readReturnPart } from '../../../../../lib/orders/after-sales/read-return-part';

const line = { sku: 'SET', product_name: 'Tee' };
const lines = [
	{ ...line, product_id: 41, quantity: 2 },
	{ ...line, product_id: 42, quantity: 1 },
	{ ...line, product_id: 41, quantity: 1 },
];

it('adds up the units of each product', () => {
	const item = { after_sale_id: '1768', mapping: { status: 'mapped', lines, unmapped: [] } };
	expect(readReturnPart(item)).toEqual({
		id: '1768',
		quantities: new Map([
			[41, 3],
			[42, 1],
		]),
	});
});

it.each([
	{},
	{ after_sale_id: '1768' },
	{ after_sale_id: '1768', mapping: { status: 'unmapped', unmapped: [] } },
])('does not guess the products of %j', (item) => {
	expect(() => readReturnPart(item)).toThrow(
		expect.objectContaining({ code: 'NOT_AN_AFTER_SALE' }),
	);
});
