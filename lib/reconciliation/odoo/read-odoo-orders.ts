import type { BillRow } from '../bill-row';
import type { DayRecords, OdooOrder } from '../day-records';
import { demandAccess } from '../../odoo/access';
import {
	amountOf,
	currencyOf,
	searchRead,
	textOf,
	type Domain,
	type OdooRow,
	fromOdooTime,
	toOdooTime,
} from '../../odoo/records';
import type { OdooClient } from '../../odoo/client';
import { ordersByTransaction } from '../../orders/sale-order/orders-by-transaction';
import { numberInOrigin, ordersOfPayments, shopOrders } from '../../orders/model/order-keys';
import { externalIdsOf } from '../../odoo/external-ids';
import { shopOfExternalId } from '../../orders/sale-order/order-names';
import { beijingDate } from '../../core/beijing-time';
import { withCoupons } from './read-coupons';
import { closedRefunds, creditNotes, withCreditedOrders } from './read-refunds';

/**
 * Reads the orders of the transactions of a bill, and all other orders of that day.
 *
 * @param date `yyyy-MM-dd` in Beijing
 * @param ofShop whether it is the bill of a WeChat Shop
 * @param withCreditNotes whether to read credit notes; needs the right Accounting: Invoicing
 */
export async function readOdooOrders(
	odoo: OdooClient,
	bill: BillRow[],
	date: string,
	withCreditNotes: boolean,
	ofShop = false,
): Promise<DayRecords> {
	const ids = bill.map(({ transaction_id }) => transaction_id);
	const fields = await orderFields(odoo);
	const ofDay: Domain = [
		...(ofShop ? shopOrders() : ordersOfPayments()),
		'|',
		// Transaction ids contain their day, also for orders that were recorded later.
		['client_order_ref', '=like', `${'_'.repeat(10)}${date.replaceAll('-', '')}${'_'.repeat(10)}`],
		'&',
		['client_order_ref', '!=', false],
		'&',
		['create_date', '>=', toOdooTime(Date.parse(`${date}T00:00:00+08:00`))],
		['create_date', '<=', toOdooTime(Date.parse(`${date}T23:59:59+08:00`))],
	];
	const options = { archived: true, order: 'id' };
	const rows = [
		...(await ordersByTransaction(odoo, ids, fields)),
		...(await searchRead(odoo, 'sale.order', ofDay, fields, options)),
	];
	const shops = ofShop ? await externalIdsOf(odoo, 'sale.order', idsOf(rows)) : undefined;
	const found = new Map(rows.map((row) => [row.id, orderOf(row, shops?.get(row.id))]));
	// A hold has no transaction id yet, and a copy of an order has no payment.
	const paid = [...found.values()].filter(({ transaction_id }) => /^\w{16,}$/.test(transaction_id));
	const orders = await withCoupons(odoo, bill, paid);
	if (!withCreditNotes) return { bill, date, orders };
	await demandAccess(odoo, 'account.move', 'read');
	const refunds = await creditNotes(odoo, bill);
	return {
		...{ bill, date, refunds },
		orders: await withCreditedOrders(odoo, orders),
		closedRefunds: await closedRefunds(odoo, bill, refunds),
	};
}

const FIELDS = [
	'name',
	'state',
	'client_order_ref',
	'origin',
	'amount_total',
	'currency_id',
	'create_date',
];

async function orderFields(odoo: OdooClient): Promise<string[]> {
	const known = (await odoo.fields('sale.order')).has('x_wechat_mchid');
	return [...FIELDS, ...(known ? ['x_wechat_mchid'] : [])];
}

const idsOf = (rows: OdooRow[]) => rows.map(({ id }) => id);

/** @param named external ids of an order of a WeChat Shop, whose AppID takes the place of the merchant */
const orderOf = (row: OdooRow, named?: string[]): OdooOrder => ({
	id: row.id,
	name: textOf(row.name),
	transaction_id: textOf(row.client_order_ref),
	out_trade_no: numberInOrigin(textOf(row.origin)),
	mchid: named?.flatMap((one) => shopOfExternalId(one) ?? [])[0] ?? textOf(row['x_wechat_mchid']),
	state: textOf(row.state),
	total: amountOf(row, 'amount_total', currencyOf(row)),
	recorded: beijingDayOf(row.create_date),
});

function beijingDayOf(odooTime: unknown): string {
	const time = fromOdooTime(odooTime);
	return Number.isNaN(time) ? '' : beijingDate(time);
}
