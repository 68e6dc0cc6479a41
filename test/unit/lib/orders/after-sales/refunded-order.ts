import { fakeOdoo, type MadeCall } from '../../odoo/fake-odoo';

interface Message {
	model: 'account.move' | 'sale.order';
	res_id: number;
	body: string;
	/** Its external id; a note that a person wrote has none. */
	xmlid?: string;
}

interface Move {
	id: number;
	state?: string;
	amount_total?: number;
	/** The external id of a credit note that was created for a refund. */
	xmlid?: string;
}

/**
 * An Odoo with order 7 (`S1`, payment 42 of merchant 1900000001 over 100.00 CNY), its credit notes and their chatter,
 * which keeps the notes that are written.
 */
export function refundedOrder(moves: Move[], messages: Message[] = []) {
	const chatter = messages.map((message, index) => ({ id: index + 1, ...message }));
	const answer = (call: MadeCall): unknown => {
		const { model, method, params, ids = [] } = call;
		if (method === 'check_object_reference') {
			const name = `${String(params?.module)}.${String(params?.xml_id)}`;
			const found = chatter.find(({ xmlid }) => xmlid === name);
			if (found) return ['mail.message', found.id];
			return name === 'wechat_pay.1900000001_42' ? ['sale.order', 7] : [];
		}
		if (method === 'get_metadata') {
			const named: Array<{ id: number; xmlid?: string }> =
				model === 'mail.message' ? chatter : moves;
			return ids.map((id) => {
				const xmlid = named.find((one) => one.id === id)?.xmlid;
				return { id, xmlids: xmlid ? [{ xmlid }] : [] };
			});
		}
		if (model === 'mail.message' && method === 'search_read') {
			const domain = JSON.stringify(params?.domain);
			return chatter
				.filter((one) => domain.includes(`"${one.model}"`))
				.filter(({ res_id }) => domain.includes(`${res_id}`))
				.map((one) => ({ ...one, write_date: '2026-11-28 08:00:00' }));
		}
		if (model === 'mail.message' && method === 'load') {
			const [columns, rows] = [params?.fields as string[], params?.data as string[][]];
			for (const row of rows) {
				const value = (name: string) => row[columns.indexOf(name)] ?? '';
				chatter.push({
					id: chatter.length + 1,
					model: value('model') as Message['model'],
					res_id: Number(value('res_id')),
					body: value('body'),
					xmlid: value('id'),
				});
			}
			return { ids: rows.map((_, index) => chatter.length - index), messages: [] };
		}
		if (model === 'mail.message' && method === 'write') {
			const note = chatter.find(({ id }) => ids.includes(id));
			if (note) note.body = (params?.vals as { body: string }).body;
			return true;
		}
		if (method === 'load') return { ids: [99], messages: [] };
		if (method === 'web_search_read') {
			const currency_id = [1, 'CNY'];
			return {
				records: [
					{ id: 7, name: 'S1', state: 'sale', currency_id, amount_total: 100, order_line: [] },
				],
			};
		}
		if (model === 'account.move') {
			return moves.map(({ state = 'posted', amount_total = 50, ...move }) => ({
				...{ ...move, state, amount_total, name: `RINV/${move.id}`, currency_id: [1, 'CNY'] },
				...{ invoice_origin: 'S1', reversed_entry_id: false },
			}));
		}
		if (model === 'sale.order' && method === 'search_read') return [{ id: 7, name: 'S1' }];
		return method === 'search_read' ? [] : true;
	};
	const odoo = fakeOdoo(answer, ['sale_line_id']);
	return { odoo, chatter };
}

/** The note about the payment of the order. */
export const PAYMENT_NOTE: Message = {
	model: 'sale.order',
	res_id: 7,
	xmlid: 'wechat_pay.1900000001_42_payment',
	body: '<p>WeChat Pay payment 42 of merchant 1900000001<br>Order number of the shop: SHOP1<br>Amount: 100.00 CNY</p>',
};

/** The note about a successful refund of the order. */
export const refundNote = (refund_id: string, amount: string): Message => ({
	model: 'sale.order',
	res_id: 7,
	xmlid: `wechat_refund.1900000001_${refund_id}_note`,
	body: `<p>WeChat Pay refund ${refund_id}: SUCCESS, ${amount} CNY</p>`,
});

/** The note about a request on a credit note of the order. */
export const requestNote = (creditNoteId: number, text: string): Message => ({
	model: 'account.move',
	res_id: creditNoteId,
	xmlid: `wechat_refund.request_cn${creditNoteId}_7`,
	body: `<p>WeChat refund request SHOP1-CN${creditNoteId}: ${text}</p>`,
});
