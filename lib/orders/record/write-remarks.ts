import { IntegrationError } from '../../core/errors';
import { escapeHtml, plainHtml } from '../../core/outside-text';
import type { OdooClient } from '../../odoo/client';
import { loadRecords } from '../../odoo/load';
import { idOf, searchRead, textOf, type OdooRow } from '../../odoo/records';
import type { OrderInProgress } from './check-order';
import { buyersWords } from './payment-notes';

/**
 * Writes the buyer's remarks into the notes of the orders and of their open transfers, above what is
 * written there. An order with a remark that Odoo rejects is recorded all the same: its chatter has it.
 *
 * @throws IntegrationError for faults that pass, so that the attempt is repeated
 */
export async function writeRemarks(odoo: OdooClient, orders: OrderInProgress[]): Promise<void> {
	const remarks = new Map(
		orders.flatMap(({ order, source, state }) => {
			const words = source.ours ? buyersWords(order) : '';
			return words ? [[state.id, words] as const] : [];
		}),
	);
	if (remarks.size === 0) return;
	const ids = [...remarks.keys()];
	try {
		const own = await searchRead(odoo, 'sale.order', [['id', 'in', ids]], ['note']);
		await addToNotes(odoo, 'sale.order', own, (row) => remarks.get(row.id));
		const open = await searchRead(
			odoo,
			'stock.picking',
			[
				['sale_id', 'in', ids],
				['state', 'not in', ['done', 'cancel']],
			],
			['note', 'sale_id'],
		);
		await addToNotes(odoo, 'stock.picking', open, (row) => remarks.get(idOf(row.sale_id) ?? 0));
	} catch (error) {
		if (!(error instanceof IntegrationError) || error.code !== 'ODOO_ACCESS_DENIED') throw error;
	}
}

async function addToNotes(
	odoo: OdooClient,
	model: string,
	rows: OdooRow[],
	wordsOf: (row: OdooRow) => string | undefined,
): Promise<void> {
	const isHtml = await isHtmlNote(odoo, model);
	const records = rows.flatMap((row) => {
		const words = wordsOf(row) ?? '';
		const before = textOf(row.note);
		if (plainHtml(before).includes(words)) return [];
		const note = isHtml ? `<p>${escapeHtml(words)}</p>${before}` : `${words}\n${before}`.trim();
		return [{ key: String(row.id), rows: [[String(row.id), note]] }];
	});
	await loadRecords(odoo, model, ['.id', 'note'], records);
}

/** Notes are HTML since Odoo 15, text before. */
const isHtmlNote = async (odoo: OdooClient, model: string): Promise<boolean> =>
	await odoo.remember(`note of ${model}`, async () => {
		const params = { allfields: ['note'], attributes: ['type'] };
		const fields = (await odoo.call(model, 'fields_get', { params })) as {
			note?: { type?: string };
		};
		return fields.note?.type === 'html';
	});
