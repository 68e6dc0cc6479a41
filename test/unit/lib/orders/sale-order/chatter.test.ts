import {
	closeReviews,
	postNotes,
	requestReviews,
	REVIEW_SUMMARY,
} from '../../../../../lib/orders/sale-order/chatter';
import { fakeOdoo } from '../../odoo/fake-odoo';

const loading = () =>
	fakeOdoo(({ params }) => {
		const rows = (params?.data ?? []) as unknown[];
		return { ids: rows.map((_, index) => index + 1), messages: [] };
	});
const rowsOf = (odoo: ReturnType<typeof loading>) => odoo.calls.map(({ params }) => params?.data);

it('writes notes as text, each under its external id', async () => {
	const odoo = loading();
	const ids = await postNotes(odoo, [
		{ orderId: 7, externalId: 'wechat_pay.a', text: 'Paid <b>' },
		{ orderId: 8, externalId: 'wechat_pay.b', text: 'Held', subject: 'Hold' },
	]);
	expect(ids).toEqual(
		new Map([
			['wechat_pay.a', 1],
			['wechat_pay.b', 2],
		]),
	);
	expect(rowsOf(odoo)).toEqual([
		[
			['wechat_pay.a', 'sale.order', '7', 'comment', 'mail.mt_note', '', '<p>Paid &#60;b&#62;</p>'],
			['wechat_pay.b', 'sale.order', '8', 'comment', 'mail.mt_note', 'Hold', '<p>Held</p>'],
		],
	]);
});

it('asks the reviewer, or the user of the connection, to review orders', async () => {
	for (const [reviewer, user] of [
		[9, '9'],
		[undefined, '5'],
	] as const) {
		const odoo = loading();
		await requestReviews(odoo, [{ orderId: 7, key: 'k', reason: 'Why' }], reviewer);
		expect(rowsOf(odoo)).toEqual([
			[
				[
					'wechat_pay.review_k',
					'sale.model_sale_order',
					'7',
					'mail.mail_activity_data_todo',
					user,
					REVIEW_SUMMARY,
					'Why',
				],
			],
		]);
	}
});

it('fails if Odoo rejects an activity: nobody would look at the order', async () => {
	const odoo = fakeOdoo(({ method }) =>
		method === 'load'
			? { ids: false, messages: [{ type: 'error', message: 'No user', record: 0 }] }
			: true,
	);
	const reviews = [{ orderId: 7, key: 'k', reason: 'Why' }];
	await expect(requestReviews(odoo, reviews, 9)).rejects.toMatchObject({ code: 'ODOO_VALIDATION' });
});

it('closes only its own activities, and asks nothing without orders', async () => {
	const odoo = fakeOdoo(({ method }) => (method === 'search_read' ? [{ id: 3 }] : true));
	await closeReviews(odoo, [7]);
	expect(odoo.calls[0]?.params?.domain).toContainEqual(['summary', '=', REVIEW_SUMMARY]);
	expect(odoo.calls[1]).toMatchObject({ method: 'action_feedback', ids: [3] });
	const idle = loading();
	await closeReviews(idle, []);
	await requestReviews(idle, [], undefined);
	expect(idle.calls).toEqual([]);
});
