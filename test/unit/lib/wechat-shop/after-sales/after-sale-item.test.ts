import { afterSaleItem } from '../../../../../lib/wechat-shop/after-sales/after-sale-item';

const NOW = Date.parse('2026-11-22T12:00:00+08:00');
const item = (change: object) =>
	afterSaleItem(
		{
			after_sale_order_id: '1768034782998651',
			order_id: '3705115058471208928',
			type: 'RETURN',
			refund_info: { amount: 9900 },
			...change,
		},
		'wxshop',
		19800,
		NOW,
	);

it.each([
	['MERCHANT_PROCESSING', 'to_decide'],
	['USER_WAIT_RETURN', 'returning'],
	['MERCHANT_WAIT_RECEIPT', 'to_receive'],
	['MERCHANT_REFUND_SUCCESS', 'refunded'],
	['MERCHANT_RETURN_SUCCESS', 'refunded'],
	['USER_CANCELD', 'closed'],
	['PLATFORM_REFUNDING', 'wait'],
	['MERCHANT_OVERDUE_REFUND', 'check'],
	['SOMETHING_NEW', 'check'],
])('reads status %s as %s', (status, stage) => {
	expect(item({ status }).stage).toBe(stage);
	expect('refund_status' in item({ status })).toBe(stage === 'refunded');
});

it('is a refund of its order, by its own number', () => {
	expect(item({ status: 'MERCHANT_REFUND_SUCCESS' })).toMatchObject({
		mchid: '',
		transaction_id: '3705115058471208928',
		refund_id: '1768034782998651',
		refund_fen: 9900,
		refund: '99.00',
		amount: { total: 19800, refund: 9900, currency: 'CNY' },
	});
});

it('has the returned product as a line that SKU Map can map', () => {
	const product_info = { product_id: '77', sku_id: '88', sku_code: 'TEE-M', count: 2 };
	const of = (change: object) => item({ product_info: { ...product_info, ...change } });
	expect(of({})).toMatchObject({ lines: [{ sku: 'TEE-M', quantity: 2, product_id: '77' }] });
	expect(of({ sku_code: '' })).toMatchObject({ sku: '88', lines: [{ sku: '88' }] });
});

it('reads the deadline as seconds left or as a time', () => {
	expect(item({ deadline: 3600 }).due).toBe('2026-11-22T13:00:00+08:00');
	expect(item({ deadline: NOW / 1000 + 60 }).due).toBe('2026-11-22T12:01:00+08:00');
	expect(item({})).not.toHaveProperty('due');
});
