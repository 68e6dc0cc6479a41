import { changedSince, newestChange } from '../../../lib/changes/changed-since';
import type { Watch } from '../../../lib/changes/watch';
import type { OdooClient } from '../../../lib/odoo/client';
import { createReturn } from '../../../lib/orders/after-sales/create-return';
import { REFUND_TAG } from '../../../lib/orders/model/order-keys';
import { creditNoteWatch } from '../../../lib/refund-requests/credit-note-watch';
import { refundTagWatch } from '../../../lib/refund-requests/refund-tag-watch';
import { returnWatch } from '../../../lib/refund-requests/return-watch';
import { allowingCreditNotes } from '../support/accounting';
import { creditNote, draftCreditNote } from '../support/credit-notes';
import { deliver, finish } from '../support/deliveries';
import { payment } from '../support/payments';
import { record } from '../support/recording';
import { useShop } from '../support/shop';
import { protocolsOf, VERSIONS } from '../support/versions';

/** What starts a refund in Odoo: seen by polling, for recorded orders only. */
describe.each(VERSIONS)('Refunds that begin in Odoo %s', (version) => {
	const shop = useShop(version, allowingCreditNotes);

	describe.each(protocolsOf(version))('over %s', (protocol) => {
		let client: OdooClient;
		let product: number;
		beforeAll(async () => {
			client = await shop().connect(protocol);
			product = shop().product(1000);
		});
		const order = async (quantity = 2) => {
			const paid = payment([{ product, quantity, price: 9900 }]);
			const [recorded] = await record(client, [paid]);
			const { transaction_id, out_trade_no, payer } = paid.payment;
			const id = recorded?.sale_order_id ?? 0;
			const names = { transaction_id, out_trade_no, openid: payer?.openid };
			const item = { ...names, order: { sale_order_id: id, name: recorded?.name } };
			return { paid: paid.payment, id, item };
		};
		/** What a poll finds of what happens meanwhile. */
		const found = async (watch: Watch, happens: () => Promise<unknown>) => {
			const cursor = await newestChange(client, watch.sources);
			await happens();
			const { ids } = await changedSince(client, watch.sources, cursor, 0);
			return (await watch.read(client, ids)).map(({ json }) => json);
		};
		const newest = <T>(items: T[]) => items.at(-1);

		it.each(['source', 'lines'] as const)(
			'finds a posted credit note by the %s of its order, and no draft',
			async (by) => {
				const { id, item } = await order();
				let note = 0;
				expect(
					await found(creditNoteWatch, async () => await draftCreditNote(shop(), id, 7, by)),
				).not.toContainEqual(expect.objectContaining({ order: item.order }));
				const posted = await found(creditNoteWatch, async () => {
					note = await creditNote(shop(), id, 12.5, by);
				});
				expect(newest(posted)).toEqual({
					...item,
					credit_note: {
						credit_note_id: note,
						name: expect.stringContaining('/'),
						state: 'posted',
						total_fen: 1250,
						total: '12.50',
						currency: 'CNY',
					},
				});
			},
		);

		it('divides a posted credit note of two orders by its lines', async () => {
			const [one, other] = [await order(), await order()];
			const posted = await found(
				creditNoteWatch,
				async () => await creditNote(shop(), [one.id, other.id], 3, 'lines'),
			);
			expect(posted.slice(-2)).toEqual([
				expect.objectContaining({ order: one.item.order }),
				expect.objectContaining({ order: other.item.order }),
			]);
			expect(newest(posted)).toMatchObject({ credit_note: { total_fen: 300 } });
		});

		it('finds nothing of an order that a person typed', async () => {
			const { id } = await order();
			const [copy] = [
				await shop().admin.call<number | number[]>('sale.order', 'copy', [[id]]),
			].flat();
			const posted = await found(
				creditNoteWatch,
				async () => await creditNote(shop(), copy ?? 0, 5),
			);
			expect(posted).not.toContainEqual(
				expect.objectContaining({ order: expect.objectContaining({ sale_order_id: copy }) }),
			);
		});

		it('finds a validated return with its lines and what the buyer paid for them', async () => {
			const { paid, id, item } = await order(3);
			await deliver(shop(), id);
			const returns = await found(returnWatch, async () => {
				const { returns: made } = await createReturn(client, paid, false);
				await finish(shop(), made[0]?.picking_id ?? 0, 2);
			});
			expect(newest(returns)).toEqual({
				...item,
				return: {
					picking_id: expect.any(Number),
					name: expect.stringContaining('/'),
					date_done: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}Z$/),
					lines: [
						{
							product_id: product,
							sku: expect.stringContaining('RECORD-1000'),
							name: expect.stringContaining('Thing'),
							quantity: 2,
							sale_order_line_id: expect.any(Number),
							value_fen: 19800,
						},
					],
					value_fen: 19800,
					value: '198.00',
					currency: 'CNY',
				},
			});
		});

		it('finds an order that got the tag, and none that lost it', async () => {
			const { id, item } = await order();
			const { admin } = shop();
			const tag = [['name', '=', REFUND_TAG]];
			const [known] = await admin.call<number[]>('crm.tag', 'search', [tag]);
			const tagId =
				known ?? (await admin.call<number>('crm.tag', 'create', [{ name: REFUND_TAG }]));
			const tagged = async (command: unknown[]) =>
				await found(
					refundTagWatch,
					async () => await admin.call('sale.order', 'write', [[id], { tag_ids: [command] }]),
				);
			expect(newest(await tagged([4, tagId]))).toEqual({
				...item,
				order: { ...item.order, state: 'sale', tag: REFUND_TAG },
			});
			expect(await tagged([3, tagId])).not.toContainEqual(expect.objectContaining(item));
		});
	});
});
