import type { OrderCreditNote } from '../../../../lib/orders/after-sales/order-refunds';
import type { RequestStatus } from '../../../../lib/orders/after-sales/request-note';
import { checkRefund, type RefundFacts } from '../../../../lib/refund-requests/check-refund';

const note = (change: Partial<OrderCreditNote> = {}): OrderCreditNote => ({
	...{ id: 57, name: 'RINV/7', state: 'posted', currency: 'CNY', fen: 5000, own: false },
	...change,
});
const request = (status: RequestStatus, fen = 5000) => ({
	...{ out_refund_no: 'SHOP1-CN57', status, fen, currency: 'CNY', writtenAt: 0 },
});

/** @param others credit notes of the order beside the one that is checked */
function check(
	creditNote: OrderCreditNote | undefined,
	others: OrderCreditNote[] = [],
	refunded: Record<string, number> = {},
	change: Partial<RefundFacts> = {},
) {
	return checkRefund({
		payment: { total_fen: 10_000, currency: 'CNY' },
		orderFen: 10_000,
		refunds: {
			creditNotes: [...(creditNote ? [creditNote] : []), ...others],
			refunded: new Map(Object.entries(refunded)),
		},
		...(creditNote && { creditNote }),
		...change,
	});
}

it('lets through what is left of the payment, and not a fen more', () => {
	const others = [note({ id: 58, request: request('REQUESTED', 3000) })];
	expect(check(note(), others, { 503: 2000 })).toEqual({
		...{ outcome: 'ready', fen: 5000, refundedFen: 2000, pendingFen: 3000 },
	});
	expect(check(note({ fen: 5001 }), others, { 503: 2000 })).toMatchObject({ outcome: 'review' });
});

it.each<[RequestStatus, string]>([
	['APPROVAL', 'ready'],
	['REQUESTED', 'ready'],
	['PROCESSING', 'ready'],
	['WAITING_FOR_FUNDS', 'ready'],
	['FAILED', 'ready'],
	['DECLINED', 'done'],
	['SUCCESS', 'done'],
	['ABNORMAL', 'review'],
	['CLOSED', 'review'],
])('goes on with a request in %s: %s', (status, outcome) => {
	expect(check(note({ request: request(status) }))).toMatchObject({ outcome });
});

it.each<[string, Parameters<typeof check>, object]>([
	['is a draft', [note({ state: 'draft' })], { outcome: 'done' }],
	['was created for a refund', [note({ own: true, refund_id: '503' })], { outcome: 'done' }],
	['is in another currency', [note({ currency: 'USD' })], { outcome: 'review' }],
	[
		'is for a refund that WeChat has made',
		[note(), [], { 503: 5000 }],
		{ outcome: 'done', closedBy: '503' },
	],
	[
		'may be for a refund that has a draft of its own',
		[note(), [note({ id: 58, own: true, state: 'draft', refund_id: '503' })], { 503: 5000 }],
		{ outcome: 'review', reason: expect.stringContaining('draft credit note 58') },
	],
	[
		'is another one than that of a refund that was booked',
		[note(), [note({ id: 58, own: true, refund_id: '503' })], { 503: 5000 }],
		{ outcome: 'ready' },
	],
])('decides about a credit note that %s', (_, args, expected) => {
	expect(check(...args)).toMatchObject(expected);
});

it('refunds of a payment with a coupon the same part as is credited of the order', () => {
	const payment = { total_fen: 10_000, currency: 'CNY', merchant_coupon_fen: 1000 };
	const ofOrder = (orderFen: number, fen: number) =>
		check(note({ fen }), [], {}, { payment, orderFen }).fen;
	expect(ofOrder(9000, 9000)).toBe(10_000);
	expect(ofOrder(9000, 4500)).toBe(5000);
	// Without a line for the coupon, both have the same total.
	expect(ofOrder(10_000, 4500)).toBe(4500);
});

it('refunds what is left of a tagged order, the same again on a repetition, and nothing of nothing', () => {
	expect(check(undefined, [], { 503: 9000 })).toMatchObject({ outcome: 'ready', fen: 1000 });
	const refunds = { creditNotes: [], refunded: new Map(), tagged: request('REQUESTED', 700) };
	expect(check(undefined, [], {}, { refunds })).toMatchObject({ outcome: 'ready', fen: 700 });
	expect(check(undefined, [], { 503: 10_000 })).toMatchObject({ outcome: 'done' });
});

it('leaves every refund of a WeChat Shop order to the shop, and says so once a person asks for one', () => {
	const payment = { total_fen: 10_000, currency: 'CNY', shop_appid: 'wxshop' };
	const ofShop = (creditNote?: OrderCreditNote, refunded = {}) =>
		check(creditNote, [], refunded, { payment });
	expect(ofShop(note({ own: true, refund_id: '1768' }))).toMatchObject({ outcome: 'done' });
	expect(ofShop(note(), { 1768: 5000 })).toMatchObject({ outcome: 'done', closedBy: '1768' });
	for (const asked of [note(), undefined]) {
		expect(ofShop(asked)).toMatchObject({
			outcome: 'review',
			reason: expect.stringContaining('store.weixin.qq.com → After-Sales (售后)'),
		});
	}
});
