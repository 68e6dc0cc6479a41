import { complaintItem } from '../../../lib/wechat-pay/complaints/complaint-item';
import {
	completeComplaint,
	replyToComplaint,
} from '../../../lib/wechat-pay/complaints/answer-complaint';
import {
	getComplaint,
	getComplaintHistory,
} from '../../../lib/wechat-pay/complaints/read-complaints';
import { openAccount } from '../../../lib/wechat-pay/keys/open-account';
import { withRetry } from '../../../lib/core/retry';
import { readComplaint } from '../../../lib/complaints/complaint';
import { noteAnswer } from '../../../lib/complaints/note-answer';
import { openAnswers, type ComplaintAnswer } from '../../../lib/complaints/open-answers';
import { recordComplaint, type RecordedComplaint } from '../../../lib/complaints/record-complaint';
import type { OdooClient } from '../../../lib/odoo/client';
import { seededRandom, type Complaint, type Sandbox } from '../../../sandbox';
import { sharedSandbox } from '../../support/shared-sandbox';
import { testContext } from '../../unit/lib/wechat-pay/context';
import { payment } from '../support/payments';
import { record } from '../support/recording';
import { useShop } from '../support/shop';
import { VERSIONS } from '../support/versions';
import { ticketsByHand } from './tickets-by-hand';

const SLOW = 900_000;
const context = testContext();
const prefixes = { reply: 'WeChat:', solved: 'WeChat solved' };

describe.each(VERSIONS)('Complaints in Odoo %s', (version) => {
	const shop = useShop(version);
	let user: OdooClient;
	let sandbox: Sandbox;
	beforeAll(async () => {
		user = await shop().connect('xmlrpc');
		sandbox = await sharedSandbox({ random: seededRandom('complaints') });
	}, SLOW);
	afterEach(() => sandbox.faults.clear());
	afterAll(async () => await sandbox?.stop());
	const account = () => openAccount(sandbox.credential);

	/** A recorded order whose buyer complains. */
	async function complained(): Promise<{ one: Complaint; orderId: number }> {
		const order = payment([{ product: shop().product(1000), quantity: 1, price: 9900 }]);
		const { out_trade_no, transaction_id, total_fen, mchid } = order.payment;
		const paid = sandbox.pay({ out_trade_no, transaction_id, total: total_fen });
		const [recorded] = await record(user, [order]);
		const one = sandbox.complain({ ...paid, mchid }, { complaint_detail: '未收到货' });
		return { one, orderId: recorded?.sale_order_id ?? 0 };
	}

	/** As the workflow does after a notification, and in each sweep. */
	async function bring({ complaint_id }: Complaint, tickets = ''): Promise<RecordedComplaint> {
		const fields = await getComplaint(account(), complaint_id, context);
		const item = complaintItem(fields);
		item.complaint.history = await getComplaintHistory(account(), complaint_id, context);
		const complaint = readComplaint({ mchid: item['complainted_mchid'], ...item });
		const options = { prefixes, tickets, now: Date.now(), dryRun: false };
		// As nodes do when Odoo rolls back one of two changes of the same moment.
		return await withRetry(
			context,
			{ baseMs: 50, maxMs: 500, budgetMs: 30_000 },
			async () => await recordComplaint(user, complaint, options),
		);
	}

	/** As the workflow does every few minutes; it may crash before the note. */
	async function send({ crash = false, tickets = '', later = 0 } = {}): Promise<ComplaintAnswer[]> {
		const now = Date.now() + later;
		const answers = await openAnswers(user, { prefixes, tickets, days: 7, now });
		for (const answer of answers) {
			const { complaint_id, complainted_mchid: mchid, complaint_answer } = answer;
			const { kind, text: content, written_at } = complaint_answer;
			const reply = { complaint_id, mchid, content, images: [], since: Date.parse(written_at) };
			const sent =
				kind === 'reply'
					? replyToComplaint(account(), reply, context)
					: completeComplaint(account(), { complaint_id, mchid }, context);
			const error = await sent.then(
				() => undefined,
				({ message }: Error) => message,
			);
			if (!crash) await noteAnswer(user, { ...answer, ...(error && { error }) });
		}
		return answers;
	}

	const write = async (
		place: { model: string; id: number },
		body: string,
		subtype = 'mail.mt_note',
	) =>
		await shop().admin.call(place.model, 'message_post', [[place.id]], {
			body,
			message_type: 'comment',
			subtype_xmlid: subtype,
		});
	const activities = async ({ model, record_id }: RecordedComplaint) =>
		await shop().admin.call<Array<{ id: number; summary: string; date_deadline: string }>>(
			'mail.activity',
			'search_read',
			[
				[
					['res_model', '=', model],
					['res_id', '=', record_id],
					['summary', 'like', 'WeChat complaint'],
				],
				['summary', 'date_deadline'],
			],
		);
	const notes = async ({ model, record_id }: RecordedComplaint) =>
		(
			await shop().admin.call<Array<{ body: string }>>('mail.message', 'search_read', [
				[
					['model', '=', model],
					['res_id', '=', record_id],
				],
				['body'],
			])
		).map(({ body }) => body);
	const said = ({ history }: Complaint, type: string) =>
		history.filter(({ operate_type }) => operate_type === type);

	it(
		'becomes notes and one activity on the order, whatever comes twice',
		async () => {
			const { one, orderId } = await complained();
			const [placed] = await Promise.all([bring(one), bring(one)]);
			expect(await bring(one)).toMatchObject({
				...{ status: 'open', model: 'sale.order', record_id: orderId },
				...{ sale_order_id: orderId, credited_fen: 0 },
			});
			const texts = await notes(placed);
			expect(texts.filter((text) => text.includes('未收到货'))).toHaveLength(1);
			expect(texts.filter((text) => text.includes('Answer by'))).toHaveLength(1);
			expect(texts.join()).not.toContain('13800138000');
			const by = new Date(Date.parse(one.complaint_time) + 24 * 3_600_000);
			expect(await activities(placed)).toMatchObject([
				{
					summary: `Answer WeChat complaint ${one.complaint_id}`,
					date_deadline: by.toISOString().slice(0, 10),
				},
			]);
		},
		SLOW,
	);

	it(
		'is answered and closed from notes in Odoo, each once, with a crash and lost answers',
		async () => {
			const { one, orderId } = await complained();
			const placed = await bring(one);
			const order = { model: 'sale.order', id: orderId };
			await write(order, 'Ask the warehouse first');
			await write(order, 'WeChat: to the buyer by mail', 'mail.mt_comment');
			expect(await send()).toEqual([]);
			await write(order, 'wechat: 今天补发 & 道歉');
			const path = `/v3/merchant-service/complaints-v2/${one.complaint_id}/response`;
			sandbox.faults.add({ kind: 'dropped', path, method: 'POST', times: 1 });
			expect(await send({ crash: true })).toHaveLength(1);
			expect(await send()).toHaveLength(1);
			expect(await send()).toEqual([]);
			expect(said(one, 'MERCHANT_RESPONSE')).toMatchObject([
				{ operate_details: '今天补发 & 道歉' },
			]);
			await bring(one);
			expect((await activities(placed)).map(({ summary }) => summary)).toEqual([
				`Solve WeChat complaint ${one.complaint_id}`,
			]);
			await write(order, 'WeChat solved, the parcel has arrived');
			await send({ crash: true });
			await send();
			expect(await send()).toEqual([]);
			expect(said(one, 'MERCHANT_CONFIRM_COMPLETE')).toHaveLength(1);
			expect(await bring(one)).toMatchObject({ status: 'closed' });
			expect(await activities(placed)).toEqual([]);
			sandbox.complainAgain(one, '又坏了');
			expect(await bring(one)).toMatchObject({ status: 'open' });
			expect(await send()).toEqual([]);
			expect(await activities(placed)).toHaveLength(1);
		},
		SLOW,
	);

	it(
		'says in Odoo why an answer was not sent, and tries again after an hour',
		async () => {
			const { one, orderId } = await complained();
			const placed = await bring(one);
			await write({ model: 'sale.order', id: orderId }, `WeChat: ${'好'.repeat(201)}`);
			expect(await send()).toHaveLength(1);
			expect(said(one, 'MERCHANT_RESPONSE')).toEqual([]);
			expect((await notes(placed)).join()).toContain('Not sent to WeChat');
			expect(await send()).toEqual([]);
			expect(await send({ later: 3_700_000 })).toHaveLength(1);
			expect((await notes(placed)).filter((text) => text.includes('Not sent'))).toHaveLength(1);
		},
		SLOW,
	);

	it(
		'is on the contact of the company if Odoo does not have the order',
		async () => {
			const paid = sandbox.pay({ total: 100 });
			const one = sandbox.complain(paid, { complaint_detail: '?' });
			expect(await bring(one)).toMatchObject({ model: 'res.partner', sale_order_id: null });
		},
		SLOW,
	);

	it(
		'is a ticket where the database has tickets; its closing stage closes it, once each time',
		async () => {
			const tickets = await ticketsByHand(shop());
			// What the models of a database are is read once in a connection.
			user = await shop().connect('xmlrpc');
			const { one, orderId } = await complained();
			const placed = await bring(one, tickets.model);
			expect(placed).toMatchObject({ model: tickets.model, sale_order_id: orderId });
			expect(await bring(one, tickets.model)).toEqual(placed);
			expect(await activities(placed)).toHaveLength(1);
			const place = { model: tickets.model, id: placed.record_id };
			await write(place, 'WeChat: 已补发');
			await send({ tickets: tickets.model });
			expect(said(one, 'MERCHANT_RESPONSE')).toHaveLength(1);
			await tickets.close(placed.record_id);
			await send({ tickets: tickets.model, crash: true });
			await send({ tickets: tickets.model });
			expect(await send({ tickets: tickets.model })).toEqual([]);
			expect(said(one, 'MERCHANT_CONFIRM_COMPLETE')).toHaveLength(1);
			expect(await bring(one, tickets.model)).toMatchObject({ status: 'closed' });
		},
		SLOW,
	);
});
