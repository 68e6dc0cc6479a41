import { money } from '../../../../../lib/core/money';
import { withCoupons } from '../../../../../lib/reconciliation/odoo/read-coupons';
import { odooWithRows } from '../../odoo/odoo-with-rows';
import { number, order, pay } from '../day';

const COUPON = `1900000001_${number(1)}_coupon`;

it('reads the line for coupons by its external id, only of orders whose total differs', async () => {
	const lines = [
		{ id: 11, price_total: -5 },
		{ id: 12, price_total: -7 },
	];
	const odoo = odooWithRows({ 'sale.order.line': lines }, ({ params }) =>
		params?.xml_id === COUPON ? ['sale.order.line', 11] : [],
	);
	const differs = order(1, { total: money(19400, 'CNY') });
	const orders = await withCoupons(odoo, [pay(1), pay(2)], [differs, order(2)]);
	expect(orders).toEqual([{ ...differs, coupon: money(500, 'CNY') }, order(2)]);
	const asked = odoo.calls.filter(({ method }) => method === 'check_object_reference');
	expect(asked.map(({ params }) => params?.xml_id)).toEqual([
		COUPON,
		'1900000001_hold-SHOP1_coupon',
	]);
});

it('asks for nothing where all totals agree', async () => {
	const odoo = odooWithRows({});
	expect(await withCoupons(odoo, [pay(1)], [order(1)])).toEqual([order(1)]);
	expect(odoo.calls).toEqual([]);
});
