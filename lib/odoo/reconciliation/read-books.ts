import type { BillRow } from '../../reconciliation/bill-row';
import type { Books } from '../../reconciliation/compare';
import type { OdooOrder, OdooRefund } from '../../reconciliation/odoo-order';
import { demandAccess } from '../access';
import { amountOf, currencyOf } from '../amounts';
import type { OdooClient } from '../client';
import { searchRead, textOf, type Domain, type OdooRow } from '../records';
import { batches } from '../../batches';
import { beijingText } from '../../sku-map/valid-time';
import { fromOdooTime, toOdooTime } from '../odoo-time';

const AT_ONCE = 500;
const ORIGIN = 'WeChat Pay ';
const REFUND = 'WeChat refund ';

/**
 * What Odoo holds of the transactions of a bill, and of all others that it recorded on that day.
 *
 * @param date `yyyy-MM-dd` in Beijing
 * @param withCreditNotes whether refunds are looked up; takes the right Billing
 */
export async function readBooks(
	odoo: OdooClient,
	bill: BillRow[],
	date: string,
	withCreditNotes: boolean,
): Promise<Books> {
	const ids = [...new Set(bill.map(({ transaction_id }) => transaction_id))];
	const found = new Map<number, OdooOrder>();
	for (const some of batches(ids, AT_ONCE)) {
		for (const order of await orders(odoo, [['client_order_ref', 'in', some]])) {
			found.set(order.id, order);
		}
	}
	const ofDay: Domain = [
		['origin', '=like', `${ORIGIN}%`],
		'|',
		// WeChat's numbers carry their day: that of an order which was recorded later, too.
		['client_order_ref', '=like', `${'_'.repeat(10)}${date.replaceAll('-', '')}${'_'.repeat(10)}`],
		'&',
		['client_order_ref', '!=', false],
		'&',
		['create_date', '>=', toOdooTime(Date.parse(`${date}T00:00:00+08:00`))],
		['create_date', '<=', toOdooTime(Date.parse(`${date}T23:59:59+08:00`))],
	];
	for (const order of await orders(odoo, ofDay)) found.set(order.id, order);
	return {
		bill,
		date,
		// A hold names no transaction yet, and a copy of an order belongs to no payment.
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

async function orders(odoo: OdooClient, domain: Domain): Promise<OdooOrder[]> {
	const known = (await odoo.fields('sale.order')).has('x_wechat_mchid');
	const fields = [...FIELDS, ...(known ? ['x_wechat_mchid'] : [])];
	const rows = await searchRead(odoo, 'sale.order', domain, fields, {
		archived: true,
		order: 'id',
	});
	return rows.map((row) => ({
		id: row.id,
		name: textOf(row.name),
		transaction_id: textOf(row.client_order_ref),
		out_trade_no: textOf(row.origin).replace(ORIGIN, ''),
		mchid: textOf(row['x_wechat_mchid']),
		state: textOf(row.state),
		total: amountOf(row, 'amount_total', currencyOf(row)),
		recorded: beijingDayOf(row.create_date),
	}));
}

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
	return Number.isNaN(time) ? '' : beijingText(time).slice(0, 10);
}
