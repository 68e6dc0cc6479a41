import type { OdooClient } from '../client';
import { CREATE_ONLY, loadRecords } from '../load';
import { odooError } from '../odoo-error';
import { escapeHtml } from '../paid-order/chatter-note';

const FIELDS = ['id', 'model', 'res_id', 'message_type', 'subtype_id/id', 'body'];

/**
 * A note in an order's chatter, once under its external id however often it is told.
 *
 * @param text plain text
 */
export async function noteOnOrder(
	odoo: OdooClient,
	orderId: number,
	externalId: string,
	text: string,
): Promise<void> {
	const row = [
		externalId,
		'sale.order',
		String(orderId),
		'comment',
		'mail.mt_note',
		`<p>${escapeHtml(text)}</p>`,
	];
	const record = { key: externalId, rows: [row] };
	const { refused } = await loadRecords(odoo, 'mail.message', FIELDS, [record], CREATE_ONLY);
	const [words] = refused.values();
	if (words === undefined) return;
	throw odooError({ exception: 'UserError', text: words }, 'mail.message', 'load');
}
