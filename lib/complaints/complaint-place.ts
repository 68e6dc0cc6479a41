import type { OdooClient } from '../odoo/client';
import { CREATE_ONLY, loadAll } from '../odoo/load';
import { findByExternalId } from '../odoo/external-ids';
import { idOf, ownCompanyContact, searchRead } from '../odoo/records';
import { findPaidOrder } from '../orders/after-sales/find-paid-order';
import { complaintExternalId, type ComplaintToRecord } from './complaint';
import type { TicketModel } from './ticket-model';

/** The record in Odoo whose chatter a complaint is in. */
export interface ComplaintPlace {
	model: string;
	id: number;
}

/** The sale order that a complaint is about. */
export interface OrderOfComplaint {
	id: number;
	name: string;
	currency: string;
}

/** @returns undefined if the complaint is about no order, or Odoo does not have it */
export async function orderOfComplaint(
	odoo: OdooClient,
	{ payment }: ComplaintToRecord,
): Promise<OrderOfComplaint | undefined> {
	const found = payment && (await findPaidOrder(odoo, payment));
	if (!found) return undefined;
	const { id, name, currency } = found.state;
	return { id, name, currency };
}

/**
 * Where a complaint is recorded: where it was before, else in a new ticket, else on its order, else on the contact of
 * the company.
 *
 * @param text plain text for a new ticket; absent: none is created, and its id is 0
 */
export async function placeOfComplaint(
	odoo: OdooClient,
	complaint: ComplaintToRecord,
	order: OrderOfComplaint | undefined,
	tickets: TicketModel | undefined,
	text: string | undefined,
): Promise<ComplaintPlace> {
	const opened = await findByExternalId(odoo, openedId(complaint));
	if (opened) {
		const domain: [string, string, number][] = [['id', '=', opened.id]];
		const [note] = await searchRead(odoo, 'mail.message', domain, ['model', 'res_id']);
		if (note) return { model: String(note.model), id: Number(note.res_id) };
	}
	if (tickets) {
		const id = text === undefined ? 0 : await ticket(odoo, complaint, order, tickets, text);
		return { model: tickets.model, id };
	}
	if (order) return { model: 'sale.order', id: order.id };
	return { model: 'res.partner', id: await ownCompanyContact(odoo) };
}

/** External id of the first note, which says where a complaint is. */
export const openedId = (complaint: ComplaintToRecord): string =>
	complaintExternalId(complaint, 'opened');

async function ticket(
	odoo: OdooClient,
	complaint: ComplaintToRecord,
	order: OrderOfComplaint | undefined,
	{ model, name, description, partner, order: orderField }: TicketModel,
	text: string,
): Promise<number> {
	const externalId = complaintExternalId(complaint, 'ticket');
	const buyer = order && partner ? await buyerOf(odoo, order.id) : undefined;
	const values = {
		id: externalId,
		[name]: `WeChat complaint ${complaint.complaint_id}`,
		...(description && { [description]: text }),
		...(buyer && { [`${partner}/.id`]: String(buyer) }),
		...(order && orderField && { [`${orderField}/.id`]: String(order.id) }),
	};
	const record = { key: externalId, rows: [Object.values(values)] };
	const ids = await loadAll(odoo, model, Object.keys(values), [record], CREATE_ONLY);
	return ids.get(externalId) ?? 0;
}

async function buyerOf(odoo: OdooClient, orderId: number): Promise<number | undefined> {
	const [row] = await searchRead(odoo, 'sale.order', [['id', '=', orderId]], ['partner_id']);
	return idOf(row?.partner_id);
}
