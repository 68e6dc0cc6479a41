import { wrongTotal } from '../../../../../lib/orders/record/wrong-total';
import { orderState, paidOrder } from '../orders';

const text = (amountTax: string, options = {}) =>
	wrongTotal({ ...paidOrder(), shippingFen: 1000 }, orderState({ amountTotal: '238', amountTax }), {
		taxes: 'none',
		...options,
	});

it('names both totals and the option that the shipping needs', () => {
	expect(text('0')).toMatch(/238\.00 CNY.*248\.00 CNY was paid.*Shipping Product/);
	expect(text('0', { shippingProductId: 7 })).toContain('may be missing from the lines');
	expect(text('3')).toContain('includes 3.00 tax');
});
