import type { OdooClient } from '../../../lib/odoo/client';
import { recordRefund } from '../../../lib/orders/after-sales/record-refund';
import type { RefundToRecord } from '../../../lib/orders/after-sales/refund';
import { openRequests } from '../../../lib/refund-requests/open-requests';
import { prepareRefund, type PrepareOptions } from '../../../lib/refund-requests/prepare-refund';
import { updateRequest } from '../../../lib/refund-requests/update-request';
import { REFUND_TAG } from '../../../lib/orders/model/order-keys';
import { allowingCreditNotes } from '../support/accounting';
import { creditNote, draftCreditNote, postCreditNote } from '../support/credit-notes';
import { payment } from '../support/payments';
import { record } from '../support/recording';
import { useShop } from '../support/shop';
import { protocolsOf, VERSIONS } from '../support/versions';

const OPTIONS: PrepareOptions = { withoutApprovalUpTo: 50, dryRun: false };
const RECORD = { creditNote: true, cancelWhenRefunded: true, dryRun: false };
let counter = 0;

/** Refunds that begin in Odoo: checked, numbered, and written back to their credit notes. */
describe.each(VERSIONS)('Requests of refunds in Odoo %s', (version) => {
	const shop = useShop(version, allowingCreditNotes);

	describe.each(protocolsOf(version))('over %s', (protocol) => {
		let client: OdooClient;
		let product: number;
		beforeAll(async () => {
			client = await shop().connect(protocol);
			product = shop().product(1000);
		});
		const sold = async () => {
			const { payment: paid, ...order } = payment([{ product, quantity: 2, price: 9900 }]);
			const [recorded] = await record(client, [{ payment: paid, ...order }]);
			const { mchid, out_trade_no, transaction_id, total_fen } = paid;
			const id = recorded?.sale_order_id ?? 0;
			const names = { mchid, out_trade_no, transaction_id };
			/** A refund as WeChat reports it. */
			const refund = (fen: number, out_refund_no?: string): RefundToRecord => ({
				...names,
				...(out_refund_no && { out_refund_no }),
				refund_id: `503${transaction_id.slice(-18)}${(counter += 1)}`,
				refund_status: 'SUCCESS',
				...{ refund_fen: fen, total_fen, currency: 'CNY' },
			});
			const prepare = async (creditNoteId?: number, options: Partial<PrepareOptions> = {}) => {
				const what = { orderId: id, ...(creditNoteId && { creditNoteId }) };
				const { prepared } = await prepareRefund(client, what, { ...OPTIONS, ...options });
				return prepared;
			};
			const update = async (fields: Record<string, unknown>) =>
				await updateRequest(client, { ...names, ...fields }, RECORD);
			const records = async (told: RefundToRecord) => await recordRefund(client, told, RECORD);
			const open = async (hours = 0) => {
				const now = Date.now() + hours * 3_600_000;
				const all = await openRequests(client, { days: 5, askAgainHours: 24, now });
				return all.filter(({ order: { sale_order_id } }) => sale_order_id === id);
			};
			return { ...names, id, refund, prepare, update, records, open };
		};
		const notes = async (id: number) =>
			await shop().admin.call<Array<{ id: number; state: string; amount_total: number }>>(
				'account.move',
				'search_read',
				[[['invoice_origin', '=', await orderName(id)]], ['state', 'amount_total']],
				{ order: 'id' },
			);
		const orderName = async (id: number) =>
			(await shop().admin.call<Array<{ name: string }>>('sale.order', 'read', [[id], ['name']]))[0]
				?.name;
		const chatter = async (model: string, id: number) => {
			const about = [
				['model', '=', model],
				['res_id', '=', id],
			];
			const rows = await shop().admin.call<Array<{ body: string }>>('mail.message', 'search_read', [
				about,
				['body'],
			]);
			return rows.map(({ body }) => body).join('\n');
		};
		const activities = async (id: number) =>
			await shop().admin.call<Array<{ note: string }>>('mail.activity', 'search_read', [
				[
					['res_model', '=', 'account.move'],
					['res_id', '=', id],
				],
				['note'],
			]);

		it('become one refund with one number, and its notification closes the credit note', async () => {
			const order = await sold();
			const note = await creditNote(shop(), order.id, 50);
			const first = await order.prepare(note);
			expect(first).toMatchObject({
				status: 'ready',
				credit_note_id: note,
				out_refund_no: `${order.out_trade_no}-CN${note}`,
				...{ refund_fen: 5000, refund: '50.00', currency: 'CNY', approval: false },
				...{ paid_fen: 19800, refunded_fen: 0, pending_fen: 0 },
			});
			expect(await order.prepare(note)).toEqual(first);
			const refund = order.refund(5000, first.out_refund_no);
			expect(await order.records(refund)).toMatchObject({
				status: 'recorded',
				credit_note_id: note,
			});
			expect(await order.records(refund)).toMatchObject({ credit_note_id: note });
			expect(await notes(order.id)).toMatchObject([{ id: note, state: 'posted' }]);
			expect(await order.prepare(note)).toMatchObject({ status: 'done' });
			expect(await chatter('account.move', note)).toContain(
				`${first.out_refund_no}: SUCCESS, 50.00 CNY. Refund ${refund.refund_id}.`,
			);
			expect(await order.open(48)).toEqual([]);
		});

		it('of parts count together, and more than is left goes to a person', async () => {
			const order = await sold();
			const [one, two, three] = [
				await creditNote(shop(), order.id, 100),
				await creditNote(shop(), order.id, 50, 'lines'),
				await creditNote(shop(), order.id, 50),
			];
			expect(await order.prepare(one)).toMatchObject({ status: 'ready', approval: true });
			expect(await order.prepare(two)).toMatchObject({ status: 'ready', pending_fen: 10000 });
			expect(await order.prepare(three)).toMatchObject({
				status: 'needs_review',
				reason: expect.stringContaining('198.00 CNY was paid'),
			});
			expect(await activities(three)).toMatchObject([
				{ note: expect.stringContaining('198.00 CNY was paid') },
			]);
		});

		it('that WeChat has made already are not paid twice', async () => {
			const order = await sold();
			const note = await creditNote(shop(), order.id, 30);
			// The refund of WeChat's console arrives after the accountant has posted a credit note for it.
			expect(await order.records(order.refund(3000))).toMatchObject({ credit_note_id: note });
			expect(await order.prepare(note)).toMatchObject({ status: 'done' });
			expect(await notes(order.id)).toHaveLength(1);
			// And the other way round: it is recorded first, with a draft of its own.
			const { credit_note_id: own = 0 } = await order.records(order.refund(2000));
			const late = await creditNote(shop(), order.id, 20);
			expect(await order.prepare(late)).toMatchObject({
				status: 'needs_review',
				reason: expect.stringContaining(`draft credit note ${own}`),
			});
			await shop().admin.call('account.move', 'button_cancel', [[own]]);
			expect(await order.prepare(late)).toMatchObject({
				status: 'done',
				reason: expect.stringContaining('which WeChat Pay has made'),
			});
			expect(await activities(late)).toEqual([]);
			// Posting the credit note of a refund asks for no refund.
			const { credit_note_id: echo = 0 } = await order.records(order.refund(1000));
			await postCreditNote(shop(), echo);
			expect(await order.prepare(echo)).toMatchObject({ status: 'done' });
		});

		it('go on after a crash, when funds have come, and a day after a failure', async () => {
			const order = await sold();
			const note = await creditNote(shop(), order.id, 10);
			expect(await order.open()).toEqual([]);
			expect(await order.open(1)).toMatchObject([{ credit_note: { credit_note_id: note } }]);
			const { out_refund_no } = await order.prepare(note);
			expect(await order.open()).toHaveLength(1);
			const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();
			const waiting = {
				...{ since: hours(0), attempts: 1, next_attempt: hours(2), give_up: hours(72) },
			};
			await order.update({ out_refund_no, refund_status: 'WAITING_FOR_FUNDS', waiting });
			expect(await order.open()).toEqual([]);
			expect(await order.open(3)).toMatchObject([{ waiting }]);
			expect(await order.update({ out_refund_no, error: 'SIGN_ERROR' })).toMatchObject({
				status: 'needs_review',
				refund_status: 'FAILED',
			});
			expect(await activities(note)).toMatchObject([
				{ note: expect.stringContaining('SIGN_ERROR') },
			]);
			expect(await order.open()).toEqual([]);
			expect(await order.open(25)).toHaveLength(1);
			expect(await order.prepare(note)).toMatchObject({ status: 'ready', approval: false });
			const refund = { ...order.refund(1000, out_refund_no) };
			const { currency, total_fen: total, ...item } = refund;
			const done = await order.update({ ...item, amount: { total, refund: 1000, currency } });
			expect(done).toMatchObject({ status: 'recorded', refund_status: 'SUCCESS' });
			expect(await activities(note)).toEqual([]);
			expect(await order.update({ out_refund_no, refund_status: 'PROCESSING' })).toMatchObject({
				refund_status: 'SUCCESS',
			});
		});

		it('that a person declines are not asked about again', async () => {
			const order = await sold();
			const note = await creditNote(shop(), order.id, 60);
			const { out_refund_no, approval } = await order.prepare(note);
			expect(approval).toBe(true);
			expect(await order.open(23)).toEqual([]);
			expect(await order.open(25)).toHaveLength(1);
			await order.update({ out_refund_no, refund_status: 'DECLINED' });
			expect(await order.open(25)).toEqual([]);
			expect(await order.prepare(note)).toMatchObject({ status: 'done' });
		});

		it('by a tag refund what is left, make a credit note and take the tag away', async () => {
			const order = await sold();
			const { admin } = shop();
			await order.records(order.refund(9800));
			const tag = [['name', '=', REFUND_TAG]];
			const [known] = await admin.call<number[]>('crm.tag', 'search', [tag]);
			const id = known ?? (await admin.call<number>('crm.tag', 'create', [{ name: REFUND_TAG }]));
			await admin.call('sale.order', 'write', [[order.id], { tag_ids: [[4, id]] }]);
			const prepared = await order.prepare(undefined, { withoutApprovalUpTo: 500 });
			expect(prepared).toMatchObject({ status: 'ready', refund_fen: 10000, approval: false });
			expect(await order.open()).toHaveLength(1);
			await order.records(order.refund(10000, prepared.out_refund_no));
			expect(await notes(order.id)).toMatchObject([
				{ amount_total: 98, state: 'draft' },
				{ amount_total: 100, state: 'draft' },
			]);
			expect(await order.open(48)).toEqual([]);
			const [after] = await admin.call<Array<{ tag_ids: number[]; state: string }>>(
				'sale.order',
				'read',
				[[order.id], ['tag_ids', 'state']],
			);
			expect(after).toMatchObject({ tag_ids: [], state: 'cancel' });
		});

		it('change nothing in a preview, and wait until the credit note is posted', async () => {
			const order = await sold();
			const note = await draftCreditNote(shop(), order.id, 10);
			expect(await order.prepare(note)).toMatchObject({ status: 'done' });
			await postCreditNote(shop(), note);
			const before = await chatter('account.move', note);
			expect(await order.prepare(note, { dryRun: true })).toMatchObject({
				status: 'ready',
				dry_run: true,
			});
			expect(await chatter('account.move', note)).toBe(before);
		});
	});
});
