import { escapeHtml } from '../core/outside-text';
import { amountText } from '../core/money';
import type { OdooClient } from '../odoo/client';
import { fromOdooTime, searchRead, textOf, type Domain } from '../odoo/records';
import { createActivities, postNotes } from '../orders/sale-order/chatter';
import { CUSTOMS_SUMMARY } from './customs-fields';
import { isOverdue } from './next-check';

/** What WeChat Pay says of the declaration of an order. */
export interface DeclarationResult {
	sale_order_id: number;
	/** When the order was read for it, in Odoo's form (UTC). */
	as_of: string;
	state: string;
	declared_fen: number;
	/** The words of customs. */
	explanation?: string;
}

/** What became of it in Odoo. */
export interface RecordedDeclaration {
	/** `outdated`: a later result is there already. */
	status: 'recorded' | 'needs_review' | 'outdated';
	/** Of the order now. */
	state: string;
	/** Whether its deliveries can be validated. */
	released: boolean;
}

/**
 * Writes how far a declaration is to its order, which releases the deliveries, or holds them. A refusal, and a day
 * without an answer, become an activity.
 *
 * @throws IntegrationError `ODOO_…`
 */
export async function recordDeclaration(
	odoo: OdooClient,
	result: DeclarationResult,
	now: number,
): Promise<RecordedDeclaration> {
	const { sale_order_id: id, state, declared_fen, as_of } = result;
	const fields = ['create_date', 'user_id', 'x_wechat_customs', 'x_wechat_customs_checked'];
	const [order] = await searchRead(odoo, 'sale.order', [['id', '=', id]], fields);
	const known = textOf(order?.x_wechat_customs);
	if (!order || fromOdooTime(order.x_wechat_customs_checked) > fromOdooTime(as_of)) {
		return { status: 'outdated', state: known, released: known === 'SUCCESS' };
	}
	const vals = {
		x_wechat_customs: state,
		x_wechat_customs_checked: as_of,
		...(declared_fen > 0 && { x_wechat_customs_declared: String(declared_fen) }),
	};
	await odoo.call('sale.order', 'write', { ids: [id], params: { vals } });
	const reason = problemOf(result, fromOdooTime(order.create_date), now);
	if (reason) await askPerson(odoo, id, state, reason);
	else await closeOpen(odoo, id);
	if (state === 'SUCCESS' && known !== 'SUCCESS') await noteSuccess(odoo, id, declared_fen, as_of);
	return {
		status: reason ? 'needs_review' : 'recorded',
		state,
		released: state === 'SUCCESS',
	};
}

function problemOf(
	{ state, explanation }: DeclarationResult,
	since: number,
	now: number,
): string | undefined {
	if (state === 'FAIL') {
		return `Customs refused the payment: ${explanation ?? 'without a reason'}. Correct the reason, then mark this activity as done: the payment is sent again.`;
	}
	if (state === 'SUCCESS' || state === 'REFUNDED' || !isOverdue({ since }, now)) return undefined;
	return 'Customs has not answered for a day. Look the declaration up in the merchant platform (自助清关) and at customs.';
}

async function askPerson(odoo: OdooClient, id: number, state: string, reason: string) {
	const open = await openActivities(odoo, id);
	if (open.length > 0) return;
	const userId = await odoo.userId();
	await createActivities(odoo, [
		{
			externalId: `wechat_pay.customs_${id}_${state.toLowerCase()}`,
			modelId: 'sale.model_sale_order',
			recordId: id,
			userId,
			summary: CUSTOMS_SUMMARY,
			noteHtml: escapeHtml(reason),
		},
	]);
}

async function closeOpen(odoo: OdooClient, id: number): Promise<void> {
	const open = await openActivities(odoo, id);
	if (open.length === 0) return;
	const params = { feedback: 'Customs has answered.' };
	await odoo.call('mail.activity', 'action_feedback', { ids: open, params });
}

async function openActivities(odoo: OdooClient, id: number): Promise<number[]> {
	const domain: Domain = [
		['res_model', '=', 'sale.order'],
		['res_id', '=', id],
		['summary', '=', CUSTOMS_SUMMARY],
	];
	return (await searchRead(odoo, 'mail.activity', domain, ['res_id'])).map((row) => row.id);
}

async function noteSuccess(odoo: OdooClient, orderId: number, fen: number, as_of: string) {
	const text = `Customs accepted the declaration of ${amountText(fen, 'CNY')}. Deliveries are released.`;
	const key = as_of.replace(/\D/g, '');
	await postNotes(odoo, [{ orderId, externalId: `wechat_pay.customs_${orderId}_${key}`, text }]);
}
