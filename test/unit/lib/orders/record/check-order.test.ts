import { judge as judgeWith } from '../../../../../lib/orders/record/check-order';
import type { PaidOrder, RecordOptions } from '../../../../../lib/orders/model/paid-order';
import type { Origin } from '../../../../../lib/orders/record/check-order';
import type { OrderState } from '../../../../../lib/orders/sale-order/order-state';
import { line, orderState, paidOrder } from '../orders';

const judge = (order: PaidOrder, state: OrderState, origin: Origin, more = {}) =>
	judgeWith(order, state, origin, { taxes: 'odoo', ...more } satisfies RecordOptions);

const FRESH = { ours: true, adopted: false };
const FOUND = { ours: true, adopted: true };

it('confirms an order with the right lines and the right total', () => {
	expect(judge(paidOrder(), orderState(), FRESH)).toEqual({ verdict: 'confirm' });
});

it('confirms a draft that an interrupted run has left', () => {
	expect(judge(paidOrder(), orderState(), FOUND)).toEqual({ verdict: 'confirm' });
	const turned = orderState({ lines: [line(1, 42, 1), line(2, 41, 2)] });
	expect(judge(paidOrder(), turned, FOUND)).toEqual({ verdict: 'confirm' });
});

it.each(['sale', 'done'])('leaves an order in state %s as it is, whatever it comes to', (state) => {
	const changed = orderState({ state, amountTotal: '1', lines: [] });
	expect(judge(paidOrder(), changed, FOUND)).toEqual({ verdict: 'confirmed' });
});

const reason = (...args: Parameters<typeof judge>) => {
	const judgement = judge(...args);
	return 'reason' in judgement ? judgement.reason : judgement.verdict;
};

it.each([
	['247.99', 24800],
	['248.01', 24800],
	['248.001', 24800],
	['248', 24801],
])('sends a total of %s against %d fen to a person', (amountTotal, totalFen) => {
	const text = reason(paidOrder({ total_fen: totalFen }), orderState({ amountTotal }), FRESH);
	expect(text).toContain('was paid');
});

it('names both amounts, and the tax where there is one', () => {
	const taxed = orderState({ amountTotal: '280.24', amountTax: '32.24' });
	const text = reason(paidOrder(), taxed, FRESH);
	expect(text).toContain('280.24 CNY');
	expect(text).toContain('248.00 CNY was paid');
	expect(text).toContain('includes 32.24 tax');
	expect(reason(paidOrder(), orderState({ amountTotal: '1' }), FRESH)).not.toContain('tax');
});

it('compares no amounts of different currencies', () => {
	expect(reason(paidOrder(), orderState({ currency: 'USD' }), FRESH)).toContain('248.00 USD');
});

it('does not revive a cancelled order', () => {
	expect(reason(paidOrder(), orderState({ state: 'cancel' }), FOUND)).toContain('cancelled');
});

it('does not touch an order that a person typed in, in whatever state', () => {
	for (const state of ['draft', 'sale']) {
		const typed = { ours: false, adopted: true };
		expect(reason(paidOrder(), orderState({ state }), typed)).toContain('typed in by hand');
	}
});

it('does not take a draft out of the hands of the person that was asked to look at it', () => {
	const text = reason(paidOrder(), orderState({ hasActivity: true }), FOUND);
	expect(text).toContain('waits for a person');
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
	const text = reason(order, orderState({ lines: [] }), FRESH);
	expect(text).toBe('Not there. Replace the notes by the products and confirm the order.');
});

it('never confirms a payment without a mapping', () => {
	const { payment } = paidOrder({ lines_problem: 'The attach field was cut off.' });
	expect(reason({ payment }, orderState(), FRESH)).toContain('cut off');
});

it("passes on Odoo's words against the lines", () => {
	const refused = { ...FRESH, refused: 'No such product' };
	expect(reason(paidOrder(), orderState(), refused)).toContain('No such product.');
});

it("takes the merchant's coupons off what the order has to come to, only where a line shows them", () => {
	const order = { ...paidOrder(), merchantCouponFen: 800 };
	const lines = [line(1, 41, 2), line(2, 42, 1), line(3, 90, 1)];
	const state = orderState({ amountTotal: '240', lines });
	expect(judge(order, state, FRESH, { discountProductId: 90 })).toEqual({ verdict: 'confirm' });
	expect(judge(order, orderState(), FRESH)).toEqual({ verdict: 'confirm' });
	expect(
		judge(order, orderState({ amountTotal: '248', lines }), FRESH, { discountProductId: 90 }),
	).toMatchObject({
		verdict: 'review',
		reason: expect.stringMatching(
			/248\.00 CNY, but 248\.00 CNY was paid, 8\.00 CNY of it by coupons/,
		),
	});
});

it.each([{ companyId: 2 }, { warehouseId: 2 }])(
	'does not confirm in another place than %p',
	(demanded) => {
		const state = orderState({ companyId: 1, warehouseId: 1 });
		expect(judge(paidOrder(), state, FRESH, demanded)).toMatchObject({
			verdict: 'review',
			reason: expect.stringContaining('company or warehouse'),
		});
		const right = { companyId: 1, warehouseId: 1 };
		expect(judge(paidOrder(), state, FRESH, right)).toEqual({ verdict: 'confirm' });
	},
);
