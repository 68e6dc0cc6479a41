import type { OdooClient } from '../../odoo/client';
import { searchRead } from '../../odoo/records';
import { REFUND_TAG } from '../model/order-keys';
import { closeReview } from '../sale-order/chatter';
import type { RefundToRecord } from './refund';
import { sourceOfRefund } from './refund-number';
import { placeOf, readRequest, requestId, writeRequest, type RequestPlace } from './request-notes';

/** Key of the activity about a request. */
export const requestReviewKey = (place: RequestPlace): string => requestId(place).replace('.', '_');

/**
 * Notes how a refund ended that began in Odoo, where it began: on its credit note, or on its order, which then loses
 * the tag. A refund that succeeded stays successful. Refunds that began in WeChat change nothing.
 */
export async function noteRequestOutcome(
	odoo: OdooClient,
	refund: RefundToRecord,
	orderId: number,
): Promise<void> {
	const { out_refund_no = '', refund_id, refund_status: status } = refund;
	const source = sourceOfRefund(out_refund_no, refund.out_trade_no);
	if (!source) return;
	const place = placeOf(orderId, source === 'order' ? undefined : source.creditNoteId);
	const known = await readRequest(odoo, place);
	if (known && known.status !== 'SUCCESS') {
		const { refund_fen: fen, currency } = refund;
		await writeRequest(odoo, place, { out_refund_no, status, fen, currency, refund_id });
	}
	if (status !== 'SUCCESS') return;
	await closeReview(odoo, requestReviewKey(place), `Refund ${refund_id} was paid.`);
	if (source === 'order') await removeTag(odoo, orderId);
}

async function removeTag(odoo: OdooClient, orderId: number): Promise<void> {
	const [tag] = await searchRead(odoo, 'crm.tag', [['name', '=', REFUND_TAG]], ['name']);
	if (!tag) return;
	const vals = { tag_ids: [[3, tag.id]] };
	await odoo.call('sale.order', 'write', { ids: [orderId], params: { vals } });
}
