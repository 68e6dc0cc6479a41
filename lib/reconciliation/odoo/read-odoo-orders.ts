import type { BillRow } from '../bill-row';
import type { DayRecords, OdooOrder, OdooRefund } from '../day-records';
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
import { recordedOrders, ORIGIN } from '../../orders/model/order-keys';
import { batches } from '../../core/collections';
import { beijingDate } from '../../core/beijing-time';

const AT_ONCE = 500;
const REFUND = 'WeChat refund ';

/**
 * Reads the orders of the transactions of a bill, and all other orders of that day.
 *
 * @param date `yyyy-MM-dd` in Beijing
 * @param withCreditNotes whether to read credit notes; needs the right Accounting: Invoicing
 */
export async function readOdooOrders(
	odoo: OdooClient,
	bill: BillRow[],
	date: string,
	withCreditNotes: boolean,
): Promise<DayRecords> {
	const ids = bill.map(({ transaction_id }) => transaction_id);
	const fields = await orderFields(odoo);
	const ofDay: Domain = [
		...recordedOrders(),
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
	const found = new Map(rows.map((row) => [row.id, orderOf(row)]));
	return {
		bill,
		date,
		// A hold has no transaction id yet, and a copy of an order has no payment.
		orders: [...found.values()].filter(({ transaction_id }) => /^\w{16,}$/.test(transaction_id)),
		...(withCreditNotes && { refunds: await creditNotes(odoo, bill) }),
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

const orderOf = (row: OdooRow): OdooOrder => ({
	id: row.id,
	name: textOf(row.name),
	transaction_id: textOf(row.client_order_ref),
	out_trade_no: textOf(row.origin).replace(ORIGIN, ''),
	mchid: textOf(row['x_wechat_mchid']),
	state: textOf(row.state),
	total: amountOf(row, 'amount_total', currencyOf(row)),
	recorded: beijingDayOf(row.create_date),
});

async function creditNotes(odoo: OdooClient, bill: BillRow[]): Promise<OdooRefund[]> {
	await demandAccess(odoo, 'account.move', 'read');
	const refunds = bill.flatMap(({ refund_id }) => refund_id ?? []);
	const rows: OdooRow[] = [];
	for (const some of batches(refunds, AT_ONCE)) {
		const references = some.map((id) => `${REFUND}${id}`);
		const domain: Domain = [
			['move_type', '=', 'out_refund'],
			['ref', 'in', references],
		];
		const fields = ['ref', 'state', 'amount_total', 'currency_id'];
		rows.push(...(await searchRead(odoo, 'account.move', domain, fields)));
	}
	return rows.map((row) => ({
		refund_id: textOf(row.ref).replace(REFUND, ''),
		state: textOf(row.state),
		total: amountOf(row, 'amount_total', currencyOf(row)),
	}));
}

function beijingDayOf(odooTime: unknown): string {
	const time = fromOdooTime(odooTime);
	return Number.isNaN(time) ? '' : beijingDate(time);
}
