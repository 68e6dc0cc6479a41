import { batches } from '../../core/collections';
import type { OdooClient } from '../../odoo/client';
import { findByExternalIds } from '../../odoo/external-ids';
import {
	amountOf,
	currencyOf,
	searchRead,
	textOf,
	type Domain,
	type OdooRow,
	externalIdPart,
} from '../../odoo/records';
import { merchantKey } from '../../orders/model/order-keys';
import type { BillRow } from '../bill-row';
import type { OdooOrder, OdooRefund } from '../day-records';

const AT_ONCE = 500;
const REFUND = 'WeChat refund ';

/** The credit notes of the refunds on a bill. */
export async function creditNotes(odoo: OdooClient, bill: BillRow[]): Promise<OdooRefund[]> {
	const references = bill.flatMap(({ refund_id: id }) => (id ? [`${REFUND}${id}`] : []));
	const rows = await readNotes(odoo, 'ref', references);
	return rows.map((row) => ({
		refund_id: textOf(row.ref).replace(REFUND, ''),
		state: textOf(row.state),
		total: amountOf(row, 'amount_total', currencyOf(row)),
	}));
}

/** Marks cancelled orders that have a credit note: their refund can be on the bill of another day. */
export async function withCreditedOrders(
	odoo: OdooClient,
	orders: OdooOrder[],
): Promise<OdooOrder[]> {
	const cancelled = orders.filter(({ state }) => state === 'cancel').map(({ name }) => name);
	const rows = await readNotes(odoo, 'invoice_origin', cancelled);
	const credited = new Set(
		rows
			.filter((row) => textOf(row.ref).startsWith(REFUND) && row.state !== 'cancel')
			.map((row) => textOf(row.invoice_origin)),
	);
	return orders.map((order) => (credited.has(order.name) ? { ...order, credited: true } : order));
}

async function readNotes(
	odoo: OdooClient,
	field: 'ref' | 'invoice_origin',
	values: string[],
): Promise<OdooRow[]> {
	const rows: OdooRow[] = [];
	const fields = ['ref', 'invoice_origin', 'state', 'amount_total', 'currency_id'];
	for (const some of batches(values, AT_ONCE)) {
		const domain: Domain = [
			['move_type', '=', 'out_refund'],
			[field, 'in', some],
		];
		rows.push(...(await searchRead(odoo, 'account.move', domain, fields)));
	}
	return rows;
}

/**
 * Refunds that were in progress on the bill and that WeChat has closed since, as the note in the chatter of their
 * order says.
 */
export async function closedRefunds(
	odoo: OdooClient,
	bill: BillRow[],
	credited: OdooRefund[],
): Promise<Set<string>> {
	const known = new Set(credited.map(({ refund_id }) => refund_id));
	const open = bill.filter(
		({ progress, refund_id }) => progress === 'open' && !known.has(refund_id ?? ''),
	);
	const noteId = ({ refund_id = '', ...row }: BillRow) =>
		`wechat_refund.${merchantKey(row)}_${externalIdPart(refund_id)}_note`;
	const notes = await findByExternalIds(odoo, open.map(noteId));
	const ids = [...notes.values()].map(({ id }) => id);
	if (ids.length === 0) return new Set();
	const messages = await searchRead(odoo, 'mail.message', [['id', 'in', ids]], ['body']);
	const closed = new Set(
		messages.filter((row) => textOf(row.body).includes(': CLOSED,')).map(({ id }) => id),
	);
	return new Set(
		open
			.filter((row) => closed.has(notes.get(noteId(row))?.id ?? 0))
			.map(({ refund_id = '' }) => refund_id),
	);
}
