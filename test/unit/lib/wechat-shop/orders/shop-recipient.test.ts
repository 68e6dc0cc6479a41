import { shopRecipient } from '../../../../../lib/wechat-shop/orders/shop-recipient';

it('says what is hidden, and leaves out what is not there', () => {
	expect(shopRecipient({ user_name: '林**', city_name: '广州市' })).toEqual({
		...{ name: '林**', city: '广州市', country: 'CN', masked: true },
	});
	expect(shopRecipient({ user_name: '林小雨', tel_number: '18312342807' })).not.toHaveProperty(
		'masked',
	);
	expect([shopRecipient(undefined), shopRecipient({})]).toEqual([undefined, undefined]);
});
