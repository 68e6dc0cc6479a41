import type { WechatPayAccount } from '../../../../../lib/wechat-pay/keys/account';
import {
	refundableOrder,
	refundAmount,
	refundBody,
} from '../../../../../lib/wechat-pay/refunds/refund-request';

const account = (region: 'mainland' | 'global') =>
	({ mchid: '1900000001', region }) as unknown as WechatPayAccount;
const queried = (more: object = {}) => ({
	...{ transaction_id: '42', out_trade_no: 'A1', trade_state: 'SUCCESS', appid: 'wx1' },
	...{ amount: { total: 2000, currency: 'JPY' }, ...more },
});

it('reads a paid order, also a cross-border one, and one that was refunded in part', () => {
	expect(refundableOrder(queried())).toMatchObject({
		total: 2000,
		currency: 'JPY',
		refunded: false,
	});
	const global = queried({ transaction_id: undefined, id: '43', trade_state: 'REFUND' });
	expect(refundableOrder(global)).toMatchObject({ transaction_id: '43', refunded: true });
});

it.each([
	{ trade_state: 'NOTPAY' },
	{ trade_state: 'CLOSED' },
	{ transaction_id: undefined },
	{ amount: {} },
])('refuses an order that is not paid: %p', (more) => {
	expect(() => refundableOrder(queried(more))).toThrow(
		expect.objectContaining({ code: 'WECHAT_ORDER_NOT_REFUNDABLE' }),
	);
});

it('reads an amount in either unit, and everything when there is none', () => {
	const order = refundableOrder(queried());
	const amountOf = (refund?: number | { decimal: string }) =>
		refundAmount(order, { out_refund_no: 'R1', ...(refund === undefined ? {} : { refund }) });
	expect([amountOf(), amountOf(5), amountOf({ decimal: '7' })]).toEqual([2000, 5, 7]);
	expect(amountOf({ decimal: '7.50' })).toBeNaN();
});

it('is the same to the byte for the same input', () => {
	const order = refundableOrder(queried());
	const asked = { out_refund_no: 'R1', refund: 5, funds_account: 'AVAILABLE' as const };
	const body = () => refundBody(order, asked, account('mainland'), { sub_mchid: '19' });
	expect(body()).toBe(body());
	expect(JSON.parse(body())).toEqual({
		...{ sub_mchid: '19', transaction_id: '42', out_refund_no: 'R1', funds_account: 'AVAILABLE' },
		amount: { refund: 5, total: 2000, currency: 'JPY' },
	});
	expect(JSON.parse(refundBody(order, asked, account('global')))).toEqual({
		...{ mchid: '1900000001', appid: 'wx1', transaction_id: '42', out_refund_no: 'R1' },
		amount: { refund: 5, total: 2000, currency: 'JPY' },
	});
});

it.each([0, -1, 2001, 1.5, { decimal: 'x' }])('refuses to give back %p', (refund) => {
	const order = refundableOrder(queried());
	expect(() => refundBody(order, { out_refund_no: 'R1', refund }, account('mainland'))).toThrow(
		expect.objectContaining({ code: 'WECHAT_REFUND_AMOUNT_INVALID' }),
	);
});
