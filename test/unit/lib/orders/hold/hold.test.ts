import { holdKey } from '../../../../../lib/orders/hold/hold';
import { paidOrder } from '../orders';

it('names a hold by merchant and order number, since there is no transaction yet', () => {
	const key = holdKey({ order: paidOrder() });
	expect(key).toBe(holdKey({ order: paidOrder({ transaction_id: 'another' }) }));
	expect(key).not.toBe(holdKey({ order: paidOrder({ out_trade_no: 'SHOP2' }) }));
});
