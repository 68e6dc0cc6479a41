import { checkOrder, type OrderSource } from '../../../../../lib/orders/record/check-order';
import type { PaidOrder, RecordOptions } from '../../../../../lib/orders/model/paid-order';
import type { OrderState } from '../../../../../lib/orders/sale-order/order-state';
import { line, orderState, paidOrder } from '../orders';

const check = (order: PaidOrder, state: OrderState, source: OrderSource, more = {}) =>
	checkOrder(order, state, source, { taxes: 'odoo', ...more } satisfies RecordOptions);

const NEW = { ours: true, adopted: false };
const FOUND = { ours: true, adopted: true };

it('confirms an order with the right lines and the right total', () => {
	expect(check(paidOrder(), orderState(), NEW)).toEqual({ outcome: 'confirm' });
});

it('confirms a draft that an interrupted run has left', () => {
	expect(check(paidOrder(), orderState(), FOUND)).toEqual({ outcome: 'confirm' });
	const turned = orderState({ lines: [line(1, 42, 1), line(2, 41, 2)] });
	expect(check(paidOrder(), turned, FOUND)).toEqual({ outcome: 'confirm' });
});

const reason = (...args: Parameters<typeof check>) => {
	const result = check(...args);
	return 'reason' in result ? result.reason : result.outcome;
};

it.each([
	['247.99', 24800],
	['248.01', 24800],
	['248.001', 24800],
	['248', 24801],
])('sends a total of %s against %d fen to a person', (amountTotal, totalFen) => {
	const text = reason(paidOrder({ total_fen: totalFen }), orderState({ amountTotal }), NEW);
	expect(text).toContain('was paid');
});

it('names both amounts, and the tax where there is one', () => {
	const taxed = orderState({ amountTotal: '280.24', amountTax: '32.24' });
	const text = reason(paidOrder(), taxed, NEW);
	expect(text).toContain('280.24 CNY');
	expect(text).toContain('248.00 CNY was paid');
	expect(text).toContain('includes 32.24 tax');
	expect(reason(paidOrder(), orderState({ amountTotal: '1' }), NEW)).not.toContain('tax');
});

it('asks a person what the buyer chose of a combo', () => {
	const [first, ...others] = orderState().lines;
	const lines = [{ ...line(first?.id ?? 0, 41, 2), combo: true }, ...others];
	expect(reason(paidOrder(), orderState({ lines }), NEW)).toContain('what the buyer chose');
});

it('compares no amounts of different currencies', () => {
	expect(reason(paidOrder(), orderState({ currency: 'USD' }), NEW)).toContain('248.00 USD');
});

it('does not revive a cancelled order', () => {
	expect(reason(paidOrder(), orderState({ state: 'cancel' }), FOUND)).toContain('cancelled');
});

it('does not touch an order that a person typed in, in whatever state', () => {
	for (const state of ['draft', 'sale']) {
		const entered = { ours: false, adopted: true };
		expect(reason(paidOrder(), orderState({ state }), entered)).toContain(
			'A person entered an order',
		);
	}
});

it('does not take a draft out of the hands of the person that was asked to look at it', () => {
	const text = reason(paidOrder(), orderState({ hasActivity: true }), FOUND);
	expect(text).toContain('waiting for a person');
});

it.each([
	[[line(1, 41, 2)]],
	[[line(1, 41, 3), line(2, 42, 1)]],
	[[line(1, 41, 2), line(2, 42, 1), line(3, 43, 1)]],
])('does not confirm other lines than were paid for', (lines) => {
	expect(reason(paidOrder(), orderState({ lines }), FOUND)).toContain('other products');
});

it('passes on why SKUs are unmapped, each reason once', () => {
	const order = paidOrder();
	const unmapped = { sku: 'TEE', quantity: 1, reason: 'unknown' as const, message: 'Not there.' };
	order.mapping = { status: 'unmapped', lines: [], unmapped: [unmapped, unmapped] };
	const text = reason(order, orderState({ lines: [] }), NEW);
	expect(text).toBe('Not there. Replace the notes by the products and confirm the order.');
});

it('never confirms a payment without a mapping', () => {
	const { payment } = paidOrder({ lines_problem: 'The attach field was cut off.' });
	expect(reason({ payment }, orderState(), NEW)).toContain('cut off');
});

it('passes on why an order only has notes', () => {
	const obstacle = { ...NEW, obstacle: 'Odoo has no pricelist.' };
	expect(reason(paidOrder(), orderState(), obstacle)).toBe('Odoo has no pricelist.');
});

it('names both currencies of a draft that Odoo wrote without a pricelist of the payment', () => {
	const state = orderState({ currency: 'USD', lines: [], amountTotal: '0' });
	const adopted = { ours: true, adopted: true };
	expect(reason(paidOrder(), state, adopted)).toMatch(/draft is in USD, but 248\.00 CNY was paid/);
});

it('leaves a payment of 0 to a person', () => {
	expect(reason(paidOrder({ total_fen: 0 }), orderState({ lines: [] }), NEW)).toContain('of 0');
});

it("takes the merchant's coupons off what the order has to come to, only where a line shows them", () => {
	const order = { ...paidOrder(), merchantCouponFen: 800 };
	const lines = [line(1, 41, 2), line(2, 42, 1), line(3, 90, 1)];
	const state = orderState({ amountTotal: '240', lines });
	expect(check(order, state, NEW, { discountProductId: 90 })).toEqual({ outcome: 'confirm' });
	expect(check(order, orderState(), NEW)).toEqual({ outcome: 'confirm' });
	expect(
		check(order, orderState({ amountTotal: '248', lines }), NEW, { discountProductId: 90 }),
	).toMatchObject({
		outcome: 'review',
		reason: expect.stringMatching(
			/248\.00 CNY, but 248\.00 CNY was paid, 8\.00 CNY of it by coupons/,
		),
	});
});

it.each([{ companyId: 2 }, { warehouseId: 2 }])(
	'does not confirm in another place than %p',
	(demanded) => {
		const state = orderState({ companyId: 1, warehouseId: 1 });
		expect(check(paidOrder(), state, NEW, demanded)).toMatchObject({
			outcome: 'review',
			reason: expect.stringContaining('company or warehouse'),
		});
		const right = { companyId: 1, warehouseId: 1 };
		expect(check(paidOrder(), state, NEW, right)).toEqual({ outcome: 'confirm' });
	},
);

describe.each(['sale', 'done'])('An order in state %s', (state) => {
	const sold = (change: Partial<OrderState> = {}) => orderState({ state, ...change });

	it('is confirmed with the right goods and the right total', () => {
		expect(check(paidOrder(), sold(), FOUND)).toEqual({ outcome: 'confirmed' });
		const gift = sold({ lines: [...sold().lines, line(3, 99, 1)] });
		expect(check(paidOrder(), gift, FOUND)).toEqual({ outcome: 'confirmed' });
	});

	it('goes to a person with a wrong total, whoever has confirmed it', () => {
		const changed = sold({ amountTotal: '280.24' });
		expect(reason(paidOrder(), changed, FOUND)).toMatch(/280\.24 CNY, but 248\.00 CNY was paid/);
	});

	it('goes to a person with other goods', () => {
		const changed = sold({ lines: [line(1, 41, 2)] });
		expect(reason(paidOrder(), changed, FOUND)).toContain('other products');
	});

	it('goes to a person beside another order of the same payment', () => {
		const source = { ...FOUND, others: ['S7'] };
		expect(reason(paidOrder(), sold(), source)).toContain('entered S7 with the same WeChat');
	});
});

it('does not confirm a draft beside another order of the same payment', () => {
	expect(reason(paidOrder(), orderState(), { ...NEW, others: ['S7'] })).toContain('entered S7');
});
