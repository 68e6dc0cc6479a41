import type { Shop } from './shop';

interface Row {
	id: number;
	[field: string]: unknown;
}

export type Place = Pick<Shop, 'admin'>;

const read = async ({ admin }: Place, model: string, domain: unknown[], fields: string[]) =>
	await admin.call<Row[]>(model, 'search_read', [domain, fields], { order: 'id' });

/**
 * An accountant's credit note of an order, as a draft.
 *
 * @param amount in the major unit
 * @param by `source`: with the order as source document; `lines`: with lines that refer to the lines of the order
 * @returns its database id
 */
export async function draftCreditNote(
	place: Place,
	orderIds: number | number[],
	amount: number,
	by: 'source' | 'lines' = 'source',
): Promise<number> {
	const ids = [orderIds].flat();
	const orders = await read(
		place,
		'sale.order',
		[['id', 'in', ids]],
		['name', 'partner_invoice_id', 'currency_id', 'order_line'],
	);
	const line = (order: Row) => ({
		name: 'Returned',
		quantity: 1,
		price_unit: amount,
		tax_ids: [[6, 0, []]],
		...(by === 'lines' && { sale_line_ids: [[6, 0, (order.order_line as number[]).slice(0, 1)]] }),
	});
	const [first] = orders;
	return await place.admin.call<number>('account.move', 'create', [
		{
			move_type: 'out_refund',
			partner_id: (first?.partner_invoice_id as [number])[0],
			currency_id: (first?.currency_id as [number])[0],
			...(by === 'source' && { invoice_origin: orders.map(({ name }) => name).join(', ') }),
			invoice_line_ids: orders.map((order) => [0, 0, line(order)]),
		},
	]);
}

export const postCreditNote = async ({ admin }: Place, id: number): Promise<unknown> =>
	await admin.call('account.move', 'action_post', [[id]]);

/** A draft and its posting in one step. */
export async function creditNote(...note: Parameters<typeof draftCreditNote>): Promise<number> {
	const id = await draftCreditNote(...note);
	await postCreditNote(note[0], id);
	return id;
}

/** Posts an invoice over 1.00 for an order. @returns its database id */
export async function invoice(place: Place, orderId: number): Promise<number> {
	const fields = ['partner_invoice_id', 'currency_id', 'order_line'];
	const [order] = await read(place, 'sale.order', [['id', '=', orderId]], fields);
	const sale_line_ids = [[6, 0, (order?.order_line as number[]).slice(0, 1)]];
	const id = await place.admin.call<number>('account.move', 'create', [
		{
			move_type: 'out_invoice',
			partner_id: (order?.partner_invoice_id as [number])[0],
			currency_id: (order?.currency_id as [number])[0],
			invoice_date: '2026-11-25',
			invoice_line_ids: [
				[0, 0, { name: 'Goods', quantity: 1, price_unit: 1, tax_ids: [[6, 0, []]], sale_line_ids }],
			],
		},
	]);
	await place.admin.call('account.move', 'action_post', [[id]]);
	return id;
}
