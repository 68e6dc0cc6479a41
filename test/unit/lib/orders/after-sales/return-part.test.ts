import { upTo } from '../../../../../lib/orders/after-sales/return-part';

const line = (id: number, product: number, open: number) => ({
	move: { id, product_id: [product, 'x'] },
	open,
});

it('takes no more units than the buyer sends back, over all deliveries of the product', () => {
	const delivered = new Map([
		[1, [line(11, 41, 2), line(12, 42, 5)]],
		[2, [line(21, 41, 2)]],
	]);
	const part = { id: '1768', quantities: new Map([[41, 3]]) };
	const units = [...upTo(part, delivered)].map(([, lines]) => lines.map(({ open }) => open));
	expect(units).toEqual([[2, 0], [1]]);
});
