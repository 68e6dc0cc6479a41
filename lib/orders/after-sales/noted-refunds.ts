import { amountText, fromDecimal } from '../../core/money';
import type { OdooClient } from '../../odoo/client';
import { externalIdsOf } from '../../odoo/external-ids';
import { searchRead, textOf, type Domain } from '../../odoo/records';
import { postNotes } from '../sale-order/chatter';
import { refundExternalId, type RefundToRecord } from './refund';

const REFUND = 'WeChat Pay refund ';
const SUCCEEDED = /WeChat Pay refund (\S+): SUCCESS, (\d+(?:\.\d+)?) ([A-Z]{3})/;

/** Notes a refund in the chatter of its order, once for each of its states. */
export async function noteRefund(
	odoo: OdooClient,
	orderId: number,
	refund: RefundToRecord,
): Promise<void> {
	const { refund_id, refund_status: status, refund_fen, currency } = refund;
	const state = status === 'SUCCESS' ? '' : `_${status.toLowerCase()}`;
	const externalId = `${refundExternalId(refund)}_note${state}`;
	const text = `${REFUND}${refund_id}: ${status}, ${amountText(refund_fen, currency)}`;
	await postNotes(odoo, [{ orderId, externalId, text }]);
}

/** The successful refunds noted on an order: amounts in the smallest unit by WeChat's number of the refund. */
export async function notedRefunds(
	odoo: OdooClient,
	orderId: number,
	currency: string,
): Promise<Map<string, number>> {
	const domain: Domain = [
		['model', '=', 'sale.order'],
		['res_id', '=', orderId],
		['body', 'ilike', REFUND],
	];
	const notes = await searchRead(odoo, 'mail.message', domain, ['body']);
	// Anybody can write a note into the chatter, but not an external id.
	const named = await externalIdsOf(
		odoo,
		'mail.message',
		notes.map(({ id }) => id),
	);
	const amounts = new Map<string, number>();
	for (const { id, body } of notes) {
		if (!named.get(id)?.some((one) => one.startsWith('wechat_refund.'))) continue;
		const [, refund, amount, of] = SUCCEEDED.exec(textOf(body)) ?? [];
		if (refund && amount && of === currency) {
			amounts.set(refund, fromDecimal(amount, currency).amount);
		}
	}
	return amounts;
}
