import { billItem } from '../../../../../lib/wechat-pay/bills/bill-item';
import { TRADE } from '../../../../../lib/wechat-pay/bills/columns';

it('leaves out ids and times of 0, and takes no notice of them', () => {
	expect(billItem({ 交易时间: '0', 微信退款单号: '0', 商户订单号: '0' }, TRADE)).toEqual({
		out_trade_no: '0',
	});
});

it.each([
	[{ 订单金额: '1,00' }, '订单金额'],
	[{ 交易时间: 'gestern' }, '交易时间'],
	[{ 微信订单号: '42\uFFFD' }, '微信订单号'],
])('names what cannot be read: %j', (row, column) => {
	expect(billItem(row, TRADE)).toMatchObject({ problem: `${column} cannot be read.` });
});

it('keeps a text of the shop that is cut in the middle of a character', () => {
	expect(billItem({ 商品名称: '茶\uFFFD' }, TRADE)).toEqual({ description: '茶\uFFFD' });
});
