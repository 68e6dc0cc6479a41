import { holdRefused } from '../../../../../lib/orders/hold/hold-refused';

it('says why, and that repeating the request does not help', () => {
	const error = holdRefused('A SKU is not mapped.');
	expect(error).toMatchObject({ code: 'ODOO_HOLD_REFUSED', retryable: false });
	expect(error.message).toBe('No stock is held for this order. A SKU is not mapped.');
	expect(holdRefused('').message).toBe('No stock is held for this order.');
});
