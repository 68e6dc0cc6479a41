import { readShopDay } from '../../../../../lib/wechat-shop/bill/read-shop-day';
import { scripted } from '../../wechat-api/context';
import { SHOP_ACCOUNT } from '../shop-account';

const ok = (body: object) => ({ body: { errcode: 0, ...body } });

it('reads the orders of the day and of the day before, after-sales until now, and the money of moved orders', async () => {
	const date = '2026-09-20';
	const { context, asked } = scripted([
		...[ok({ order_id_list: ['371'] }), ok({ order: { order_id: '371' } })],
		...[ok({ after_sale_order_id_list: [] }), ok({ after_sale_order_id_list: [] })],
		...[ok({ flow_ids: ['9'] })],
		ok({ funds_flow: { flow_id: '9', related_info_list: [{ order_id: '371' }] } }),
		ok({ data_list: [{ order_id: '371', buyer_paid_amount: 5 }] }),
		ok({ order_id_list: ['371', '369'] }),
	]);
	const day = await readShopDay(SHOP_ACCOUNT, date, context);
	expect(day).toMatchObject({
		...{ appid: SHOP_ACCOUNT.appid, date, orders: [{ order_id: '371' }], afterSales: [] },
		...{ flows: [{ flow_id: '9' }], earlier: ['371', '369'] },
	});
	expect(day.funds.get('371')).toMatchObject({ buyer_paid_amount: 5 });
	const bodies = asked.map(({ body }) => JSON.parse(body ?? '') as Record<string, unknown>);
	const midnight = Date.parse(`${date}T00:00:00+08:00`) / 1000;
	const DAY_S = 24 * 3600;
	expect(bodies[0]).toMatchObject({
		create_time_range: { start_time: midnight - DAY_S, end_time: midnight + DAY_S - 1 },
	});
	expect(bodies[2]).toMatchObject({ begin_update_time: midnight });
	expect(bodies[4]).toMatchObject({ start_time: midnight, end_time: midnight + DAY_S });
});
