import type { Watch } from '../changes/watch';
import { toDecimal, money } from '../core/money';
import { readCreditNotes } from '../orders/after-sales/read-credit-notes';
import { orderNames, type OrderNames } from '../orders/sale-order/order-names';

/** A posted credit note of a recorded order. A credit note of several orders is one item for each of them. */
export interface PostedCreditNote extends Omit<OrderNames, 'sale_order_id' | 'name'> {
	order: { sale_order_id: number; name: string };
	credit_note: {
		credit_note_id: number;
		/** E.g. `RINV/2026/00007`. */
		name: string;
		state: 'posted';
		/** What this order gets of it: in the smallest unit, and as decimal text. */
		total_fen: number;
		total: string;
		/** ISO 4217. */
		currency: string;
	};
}

/** Posted credit notes of recorded orders, also those that the package created for refunds of WeChat Pay. */
export const creditNoteWatch: Watch = {
	sources: [
		{
			model: 'account.move',
			domain: [
				['move_type', '=', 'out_refund'],
				['state', '=', 'posted'],
			],
			of: 'id',
		},
	],
	async read(odoo, ids) {
		const notes = await readCreditNotes(odoo, [
			['id', 'in', ids],
			['state', '=', 'posted'],
		]);
		const names = await orderNames(
			odoo,
			notes.flatMap(({ shares }) => [...shares.keys()]),
		);
		return notes.flatMap(({ id, name: note, currency, shares }) =>
			[...shares].flatMap(([orderId, total_fen]) => {
				const order = names.get(orderId);
				if (!order) return [];
				const { sale_order_id, name, ...payment } = order;
				const total = toDecimal(money(total_fen, currency));
				const json: PostedCreditNote = {
					...payment,
					order: { sale_order_id, name },
					credit_note: {
						...{ credit_note_id: id, name: note, state: 'posted' },
						...{ total_fen, total, currency },
					},
				};
				return [{ id, part: orderId, json }];
			}),
		);
	},
};
