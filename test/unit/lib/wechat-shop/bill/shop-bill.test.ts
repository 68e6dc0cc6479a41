import { shopBill, type ShopDay } from '../../../../../lib/wechat-shop/bill/shop-bill';

const DATE = '2026-11-22';
const seconds = (time: string) => Date.parse(`${time}+08:00`) / 1000;
const order = (order_id: string, paid: string, order_price = 9900) => ({
	order_id,
	order_detail: { pay_info: { pay_time: seconds(paid) }, price_info: { order_price } },
});
const bill = (change: Partial<ShopDay>) =>
	shopBill({
		...{ appid: 'wxshop', date: DATE, orders: [], earlier: [], afterSales: [], flows: [] },
		...{ funds: new Map(), ...change },
	});

it('has a payment for each order that was paid on the day in Beijing, and names the others', () => {
	const unpaid = { order_id: '374', order_detail: { pay_info: {} } };
	const orders = [
		order('371', '2026-11-22T00:00:00'),
		order('372', '2026-11-21T23:59:59'),
		order('373', '2026-11-22T23:59:59', 100),
		unpaid,
	];
	const rows = bill({ orders, earlier: ['371', '369'] });
	expect(rows.map(({ transaction_id, trade_state }) => [transaction_id, trade_state])).toEqual([
		['371', 'SUCCESS'],
		['373', 'SUCCESS'],
		['372', 'OTHER_DAY'],
		['374', 'OTHER_DAY'],
		['369', 'OTHER_DAY'],
	]);
	expect(rows[1]).toMatchObject({ mchid: 'wxshop', total_fen: 100, total: '1.00' });
});

it('has a refund for each after-sale that was paid back on the day, and none for another', () => {
	const done = (after_sale_order_id: string, status: string, time = `${DATE}T12:00:00`) => ({
		...{ after_sale_order_id, order_id: '371', status, complete_time: seconds(time) },
		refund_info: { amount: 500 },
	});
	const afterSales = [
		done('1', 'MERCHANT_REFUND_SUCCESS'),
		done('2', 'MERCHANT_RETURN_SUCCESS', '2026-11-23T00:00:00'),
		done('3', 'MERCHANT_REJECT_REFUND'),
	];
	expect(bill({ afterSales })).toMatchObject([
		{ trade_state: 'REFUND', transaction_id: '371', refund_id: '1', refund_fen: 500 },
	]);
});

it('has every movement of money with its sign, its order and what the order brings', () => {
	const flow = { funds_type: 11, flow_type: 2, amount: 198, funds_type_desc: '技术服务费' };
	const settled = { order_settle_state: 60, mch_settle_amount: 9702 };
	const funds = new Map([['371', { ...settled, mch_settle_time: seconds(`${DATE}T09:00:00`) }]]);
	const flows = [
		{
			...{ ...flow, flow_id: '9', bookkeeping_time: `${DATE} 09:00:00` },
			related_info_list: [{ order_id: '371', aftersale_id: '1' }],
		},
		{ ...flow, flow_id: '10', flow_type: 1, funds_type: 4 },
	];
	const [fee, withdrawal] = bill({ flows, funds });
	expect(fee).toMatchObject({
		...{ trade_state: 'FLOW', transaction_id: '371' },
		flow: { fen: -198, amount: '-1.98', time: `${DATE}T09:00:00+08:00`, after_sale_id: '1' },
		funds: { settled: true, settle_fen: 9702, settled_on: DATE },
	});
	expect(withdrawal).toMatchObject({ transaction_id: '', flow: { fen: 198, type: 4 } });
});
