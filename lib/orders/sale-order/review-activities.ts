import type { OdooClient } from '../../odoo/client';
import { loadRecords } from '../../odoo/load';
import { odooError } from '../../odoo/odoo-error';
import { searchRead } from '../../odoo/records';
import { escapeHtml } from '../../core/html';

/** An order that a person has to look at. */
export interface Review {
	orderId: number;
	/** Payment key: an activity is made once for a payment, however often it arrives. */
	key: string;
	reason: string;
}

/** What the to-do on an order is called in Odoo. */
export const REVIEW_SUMMARY = 'WeChat payment to review';

const FIELDS = [
	'id',
	'res_model_id/id',
	'res_id',
	'activity_type_id/id',
	'user_id/.id',
	'summary',
	'note',
];

/** Marks the to-dos of orders as done: what they asked for has been done without a person. */
export async function closeReviews(odoo: OdooClient, orderIds: number[]): Promise<void> {
	if (orderIds.length === 0) return;
	const open = await searchRead(
		odoo,
		'mail.activity',
		[
			['res_model', '=', 'sale.order'],
			['res_id', 'in', orderIds],
			['summary', '=', REVIEW_SUMMARY],
		],
		['res_id'],
	);
	const ids = open.map(({ id }) => id);
	if (ids.length === 0) return;
	const params = { feedback: 'Completed by itself: the SKUs are mapped now.' };
	await odoo.call('mail.activity', 'action_feedback', { ids, params });
}

/**
 * Puts a to-do on each order, for the reviewer. The reason is text, not HTML.
 *
 * @throws IntegrationError `ODOO_VALIDATION` when Odoo refuses one: nobody would look at the order
 */
export async function requestReviews(
	odoo: OdooClient,
	reviews: Review[],
	reviewerId: number,
): Promise<void> {
	const { refused } = await loadRecords(
		odoo,
		'mail.activity',
		FIELDS,
		reviews.map(({ orderId, key, reason }) => ({
			key,
			rows: [
				[
					`wechat_pay.review_${key}`,
					'sale.model_sale_order',
					String(orderId),
					'mail.mail_activity_data_todo',
					String(reviewerId),
					REVIEW_SUMMARY,
					escapeHtml(reason),
				],
			],
		})),
	);
	const [words] = refused.values();
	if (words === undefined) return;
	throw odooError({ exception: 'UserError', text: words }, 'mail.activity', 'load');
}
