import { ORDER_MONEY_FIELDS } from '../../../../../lib/settlement/odoo/order-money-fields';

it('has three amounts, each with its currency, and how far the money has come', () => {
	const legs = ['paid', 'settled', 'received'].flatMap((leg) => [
		[`x_wechat_${leg}`, 'float'],
		[`x_wechat_${leg}_currency`, 'char'],
	]);
	expect(ORDER_MONEY_FIELDS.map(({ name, type }) => [name, type])).toEqual([
		['x_wechat_money', 'char'],
		...legs,
	]);
	expect(new Set(ORDER_MONEY_FIELDS.map(({ label }) => label)).size).toBe(7);
});
