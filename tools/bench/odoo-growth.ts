import { deadlineAfter } from '../../lib/core/deadline';
import { recordPaidOrders } from '../../lib/orders/record/record-paid-orders';
import { callContext } from '../../nodes/shared/call-context';
import { payment } from '../../test/contract/support/payments';
import { runSql } from '../services/odoo-python';
import { startOdoo } from '../services/odoo';
import { odooAdmin } from '../services/odoo-admin';
import { seedProducts } from '../services/odoo-seed';
import { progressFor } from '../services/progress';
import { median, type Metric } from './metric';
import { userClient } from './odoo-client';

const BATCH = 16;
const BATCHES = 12;
const CONTACTS = 50_000;
const ORDERS = 100_000;

/** A batch of orders in an empty database, and in one with many recorded orders and contacts. */
export async function run(): Promise<Metric[]> {
	const progress = progressFor('bench odoo growth');
	const server = await startOdoo('19', progress);
	try {
		const admin = odooAdmin(server);
		const goods = [{ sku: 'GROWTH', name: 'Product', price: 1, stock: 1_000_000 }];
		const { GROWTH: product = 0 } = await seedProducts(admin, server, goods);
		const odoo = await userClient(server);
		const batch = async () => {
			const orders = Array.from({ length: BATCH }, () =>
				payment([{ product, quantity: 1, price: 100 }]),
			);
			const began = performance.now();
			const deadline = deadlineAfter(60_000, callContext.monotonic);
			const made = await recordPaidOrders(odoo, orders, { taxes: 'none' }, callContext, deadline);
			for (const one of made) if ('error' in one) throw one.error;
			return performance.now() - began;
		};
		const measure = async () => {
			const times: number[] = [];
			for (let index = 0; index < BATCHES; index += 1) times.push(await batch());
			return median(times.slice(2));
		};
		const empty = await measure();
		progress(`adding ${ORDERS} orders and ${CONTACTS} contacts`);
		for (const statement of GROWTH) await runSql({ admin }, statement);
		const full = await measure();
		return [
			{ metric: `batch of ${BATCH}, empty database`, value: Math.round(empty), unit: 'ms' },
			{ metric: `batch of ${BATCH}, ${ORDERS} orders`, value: Math.round(full), unit: 'ms' },
			{
				metric: 'full beside empty database',
				value: Number((full / empty).toFixed(2)),
				unit: 'x',
				goal: { below: 1.21 },
			},
		];
	} finally {
		await server.stop();
	}
}

/** Copies of one recorded order and its buyer, with references and external ids, as years of sales leave them. */
const GROWTH = [
	`INSERT INTO res_partner (name, complete_name, ref, active, type, lang, commercial_partner_id, create_date, write_date, autopost_bills)
	 SELECT 'WeChat buyer ' || n, 'WeChat buyer ' || n, 'oGrowth' || n, true, 'contact', 'en_US', 1, now(), now(), 'ask'
	 FROM generate_series(1, ${CONTACTS}) AS n`,
	`INSERT INTO ir_model_data (module, name, model, res_id, noupdate)
	 SELECT 'wechat_openid', 'wx_' || ref, 'res.partner', id, true FROM res_partner WHERE ref LIKE 'oGrowth%'`,
	`INSERT INTO sale_order (name, state, company_id, partner_id, partner_invoice_id, partner_shipping_id,
	   pricelist_id, currency_id, user_id, date_order, client_order_ref, origin, warehouse_id, picking_policy,
	   amount_total, amount_untaxed, amount_tax, currency_rate, create_date, write_date)
	 SELECT 'G' || n, 'sale', o.company_id, o.partner_id, o.partner_invoice_id, o.partner_shipping_id,
	   o.pricelist_id, o.currency_id, o.user_id, now() - n * interval '1 minute', '4200009' || n, 'WeChat Pay GROW' || n,
	   o.warehouse_id, o.picking_policy, 1, 1, 0, 1, now(), now()
	 FROM generate_series(1, ${ORDERS}) AS n, (SELECT * FROM sale_order WHERE client_order_ref IS NOT NULL LIMIT 1) AS o`,
	`INSERT INTO ir_model_data (module, name, model, res_id, noupdate)
	 SELECT 'wechat_pay', '1900000001_' || client_order_ref, 'sale.order', id, true FROM sale_order WHERE origin LIKE 'WeChat Pay GROW%'`,
	'ANALYZE sale_order',
	'ANALYZE res_partner',
	'ANALYZE ir_model_data',
];
