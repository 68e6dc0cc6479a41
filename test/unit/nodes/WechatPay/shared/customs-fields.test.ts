import { buyerIdentity, orderParts } from '../../../../../nodes/WechatPay/shared/customs-fields';

it('takes parts as a list or as JSON text, and nothing for an order that is not split', () => {
	const part = { sub_order_no: 'P-1', product_fee: 290, transport_fee: 10 };
	expect(orderParts([part])).toEqual([part]);
	expect(orderParts(JSON.stringify([part]))).toEqual([part]);
	expect(orderParts('')).toEqual([]);
	expect(orderParts(undefined)).toEqual([]);
});

it.each(['{', '{"sub_order_no":"P-1"}', ['P-1']])('refuses %j as parts', (value) => {
	expect(() => orderParts(value)).toThrow(
		expect.objectContaining({ code: 'WECHAT_CUSTOMS_PARTS_WRONG' }),
	);
});

it('reads an identity that is left empty as empty', () => {
	expect(buyerIdentity({})).toEqual({ certificate_id: '', certificate_name: '' });
});
