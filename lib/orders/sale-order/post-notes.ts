import type { OdooClient } from '../../odoo/client';
import { CREATE_ONLY, loadRecords } from '../../odoo/load';
import { odooError } from '../../odoo/odoo-error';
import { escapeHtml } from '../../core/html';

const FIELDS = ['id', 'model', 'res_id', 'message_type', 'subtype_id/id', 'body'];

/** A note in an order's chatter. */
export interface OrderNote {
	orderId: number;
	/** It is written once under it, however often it is told. */
	externalId: string;
	/** Plain text. */
	text: string;
}

/** Writes notes into the chatters of orders, all in one call. */
export async function noteOnOrders(odoo: OdooClient, notes: OrderNote[]): Promise<void> {
	const records = notes.map(({ orderId, externalId, text }) => ({
		key: externalId,
		rows: [
			[
				externalId,
				'sale.order',
				String(orderId),
				'comment',
				'mail.mt_note',
				`<p>${escapeHtml(text)}</p>`,
			],
		],
	}));
	const { refused } = await loadRecords(odoo, 'mail.message', FIELDS, records, CREATE_ONLY);
	const [words] = refused.values();
	if (words === undefined) return;
	throw odooError({ exception: 'UserError', text: words }, 'mail.message', 'load');
}

/** The same for one note. */
export const noteOnOrder = async (
	odoo: OdooClient,
	orderId: number,
	externalId: string,
	text: string,
): Promise<void> => await noteOnOrders(odoo, [{ orderId, externalId, text }]);
