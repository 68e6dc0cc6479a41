import { recordRefund, type RefundOptions } from '../../../lib/orders/after-sales/record-refund';
import { refundExternalId, type RefundToRecord } from '../../../lib/orders/after-sales/refund';
import type { OdooClient } from '../../../lib/odoo/client';
import type { PaidOrder } from '../../../lib/orders/model/paid-order';
import { allowingCreditNotes } from '../support/accounting';
import { invoice } from '../support/credit-notes';
import { deliver } from '../support/deliveries';
import { payment } from '../support/payments';
import { record } from '../support/recording';
import { seenOrders } from '../support/seen-orders';
import { useShop } from '../support/shop';
import { protocolsOf, VERSIONS } from '../support/versions';

const OPTIONS: RefundOptions = { creditNote: true, cancelWhenRefunded: true, dryRun: false };
let counter = 0;

/** A refund of a payment, of all of it unless told otherwise. */
function refundOf({ payment: paid }: PaidOrder, fen = paid.total_fen): RefundToRecord {
	counter += 1;
	const { mchid, out_trade_no, transaction_id, total_fen } = paid;
	return {
		mchid,
		out_trade_no,
		transaction_id,
		refund_id: `503${transaction_id.slice(-18)}${counter}`,
		refund_status: 'SUCCESS',
		refund_fen: fen,
		total_fen,
		currency: 'CNY',
	};
}

/** Refunds that WeChat tells of, before, after and beside everything else. */
describe.each(VERSIONS)('Refunds in Odoo %s', (version) => {
	const shop = useShop(version, allowingCreditNotes);

	describe.each(protocolsOf(version))('over %s', (protocol) => {
		let client: OdooClient;
		let product: number;
		beforeAll(async () => {
			client = await shop().connect(protocol);
			product = shop().product(1000);
		});
		const sold = () => payment([{ product, quantity: 2, price: 9900 }]);
		const told = async (refund: RefundToRecord, options: Partial<RefundOptions> = {}) =>
			await recordRefund(client, refund, { ...OPTIONS, ...options });
		/** Credit notes of a payment's order, as the administrator sees them. */
		const creditNotes = async (order: PaidOrder) => {
			const [seen] = await seenOrders(shop(), order);
			const [row] = await shop().admin.call<Array<{ name: string }>>('sale.order', 'read', [
				[seen?.id],
				['name'],
			]);
			const notes = await shop().admin.call<
				Array<{ amount_total: number; state: string; move_type: string }>
			>(
				'account.move',
				'search_read',
				[[['invoice_origin', '=', row?.name]], ['amount_total', 'state', 'move_type']],
				{ order: 'id' },
			);
			return notes.map(({ amount_total, state, move_type }) => [amount_total, state, move_type]);
		};

		it('make a draft credit note each, over exactly their amounts, and leave a partly refunded order', async () => {
			const order = sold();
			await record(client, [order]);
			for (const fen of [1, 5000, 1234]) {
				const recorded = await told(refundOf(order, fen));
				expect(recorded).toMatchObject({
					status: 'recorded',
					state: 'sale',
					before_payment: false,
				});
			}
			expect(await creditNotes(order)).toEqual([
				[0.01, 'draft', 'out_refund'],
				[50, 'draft', 'out_refund'],
				[12.34, 'draft', 'out_refund'],
			]);
		});

		it("of an order with a merchant's coupon have credit notes over them to the fen, in parts and whole", async () => {
			const discountProductId = await shop().admin.call<number>('product.product', 'create', [
				{ name: `Coupon ${protocol}`, type: 'service', taxes_id: [[5]] },
			]);
			const [inParts, whole] = [sold(), sold()].map((one) => ({ ...one, merchantCouponFen: 301 }));
			const orders = [inParts!, whole!];
			const recorded = await record(client, orders, { taxes: 'none', discountProductId });
			expect(recorded.map((one) => one.amount_total)).toEqual(['194.99', '194.99']);
			const part = await told(refundOf(inParts!, 3333));
			expect(part).toMatchObject({ status: 'recorded', state: 'sale' });
			for (const rest of [refundOf(inParts!, 19_800 - 3333), refundOf(whole!)]) {
				expect(await told(rest)).toMatchObject({ status: 'recorded', state: 'cancel' });
			}
			expect(await creditNotes(inParts!)).toEqual([
				[33.33, 'draft', 'out_refund'],
				[164.67, 'draft', 'out_refund'],
			]);
			expect(await creditNotes(whole!)).toEqual([[198, 'draft', 'out_refund']]);
		});

		it('of the one posted invoice of an order reverse it', async () => {
			const order = sold();
			const [recorded] = await record(client, [order]);
			const invoiceId = await invoice(shop(), recorded?.sale_order_id ?? 0);
			const { credit_note_id: id } = await told(refundOf(order, 5000));
			const [note] = await shop().admin.call<Array<{ reversed_entry_id: [number, string] }>>(
				'account.move',
				'read',
				[[id], ['reversed_entry_id']],
			);
			expect(note?.reversed_entry_id[0]).toBe(invoiceId);
		});

		it('of a part before shipping ask a person to reduce the delivery, if wanted, until goods have left', async () => {
			const [undelivered, delivered] = [sold(), sold()];
			const [, other] = await record(client, [undelivered, delivered]);
			await deliver(shop(), other?.sale_order_id ?? 0);
			const chosen = { reviewPartRefunds: true };
			expect(await told(refundOf(undelivered, 100), chosen)).toMatchObject({
				status: 'needs_review',
				state: 'sale',
				reason: expect.stringContaining('Reduce its lines and its delivery'),
			});
			const [seen] = await seenOrders(shop(), undelivered);
			expect(seen?.activities.join()).toContain('before it was shipped');
			expect(await told(refundOf(delivered, 100), chosen)).toMatchObject({ status: 'recorded' });
		});

		it('of everything cancel an order that was not delivered, and free its stock', async () => {
			const order = sold();
			await record(client, [order]);
			const recorded = await told(refundOf(order));
			expect(recorded).toMatchObject({ status: 'recorded', state: 'cancel' });
			const [seen] = await seenOrders(shop(), order);
			expect(seen).toMatchObject({ state: 'cancel' });
			expect(await creditNotes(order)).toEqual([[198, 'draft', 'out_refund']]);
			// The payment, told once more, does not bring the order back.
			const [late] = await record(client, [order]);
			expect(late).toMatchObject({ status: 'needs_review', state: 'cancel' });
		});

		it('told eight times at once are recorded once', async () => {
			const order = sold();
			await record(client, [order]);
			const refund = refundOf(order, 100);
			const outcomes = await Promise.allSettled(
				Array.from({ length: 8 }, async () => await told(refund)),
			);
			// Whoever lost a race is told to come again, as the node does by itself.
			for (const outcome of outcomes) {
				if (outcome.status === 'rejected') {
					expect(outcome.reason).toMatchObject({ retryable: true });
				}
			}
			expect(await told(refund)).toMatchObject({ status: 'recorded' });
			expect(await creditNotes(order)).toEqual([[1, 'draft', 'out_refund']]);
		});

		it('that overtake their payment keep its order from being confirmed, and there is one order', async () => {
			const order = sold();
			const early = await told(refundOf(order));
			expect(early).toMatchObject({ status: 'needs_review', state: 'draft', before_payment: true });
			const [late] = await record(client, [order]);
			expect(late).toMatchObject({ status: 'needs_review', state: 'draft' });
			const seen = await seenOrders(shop(), order);
			expect(seen).toMatchObject([{ state: 'draft', moves: 0 }]);
			expect(seen[0]?.activities.join()).toContain('before its payment');
			expect(await creditNotes(order)).toEqual([[198, 'draft', 'out_refund']]);
		});

		it.each(['ABNORMAL', 'CLOSED'] as const)(
			'that end as %s ask a person, and book nothing',
			async (refund_status) => {
				const order = sold();
				await record(client, [order]);
				const recorded = await told({ ...refundOf(order), refund_status });
				expect(recorded).toMatchObject({ status: 'needs_review', state: 'sale' });
				expect(await creditNotes(order)).toEqual([]);
			},
		);

		it('change nothing in a dry run', async () => {
			const order = sold();
			await record(client, [order]);
			expect(await told(refundOf(order), { dryRun: true })).toMatchObject({ dry_run: true });
			expect(await creditNotes(order)).toEqual([]);
			expect(await seenOrders(shop(), order)).toMatchObject([{ state: 'sale' }]);
		});

		it('leave their own external id, so that another tool can find the credit note', async () => {
			const order = sold();
			await record(client, [order]);
			const refund = refundOf(order, 100);
			const { credit_note_id: id } = await told(refund);
			const [module, name] = refundExternalId(refund).split('.');
			const found = [
				['module', '=', module],
				['name', '=', name],
			];
			const [row] = await shop().admin.call<Array<{ model: string; res_id: number }>>(
				'ir.model.data',
				'search_read',
				[found, ['model', 'res_id']],
			);
			expect(row).toMatchObject({ model: 'account.move', res_id: id });
		});
	});
});
