import { money, toDecimal } from '../../core/money';
import { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../../odoo/client';
import { CREATE_ONLY, loadRecords } from '../../odoo/load';
import { asSentence } from '../../odoo/odoo-error';
import { lineTaxField } from '../sale-order/order-fields';
import type { OrderState } from '../sale-order/order-state';
import { idOf, idsOf, searchRead, textOf, type Domain, inCompany } from '../../odoo/records';
import { refundExternalId, type RefundToRecord } from './refund';

/** A credit note as it is in Odoo. */
export interface CreditNote {
	id: number;
	/** Odoo's state: `draft`, `posted`, `cancel`. */
	state: string;
	/** Decimal text. */
	total: string;
}

const FIELDS = [
	'id',
	'move_type',
	'partner_id/.id',
	'currency_id/.id',
	'ref',
	'invoice_origin',
	'reversed_entry_id/.id',
	'invoice_line_ids/id',
	'invoice_line_ids/name',
	'invoice_line_ids/quantity',
	'invoice_line_ids/price_unit',
	'invoice_line_ids/tax_ids/.id',
];

/**
 * Creates the draft credit note of a refund: one line over the refunded amount, with the taxes of the
 * order if all its lines have the same. If the order has one posted invoice, the credit note is linked to it.
 * It is not linked to the lines of the order: Odoo cancels linked drafts together with their order.
 * An existing credit note is left as it is.
 *
 * @throws IntegrationError `ODOO_ACCESS_DENIED` without the right Accounting: Invoicing, `ODOO_CREDIT_NOTE_REFUSED`
 */
export async function createCreditNote(
	odoo: OdooClient,
	refund: RefundToRecord,
	order: OrderState,
): Promise<CreditNote> {
	const externalId = refundExternalId(refund);
	const [sale] = await searchRead(
		odoo,
		'sale.order',
		[['id', '=', order.id]],
		['partner_invoice_id', 'currency_id'],
		{ archived: true },
	);
	const row = [
		externalId,
		'out_refund',
		String(idOf(sale?.partner_invoice_id) ?? ''),
		String(idOf(sale?.currency_id) ?? ''),
		`WeChat refund ${refund.refund_id}`,
		order.name,
		await onlyInvoice(odoo, order),
		`${externalId}_1`,
		`WeChat refund ${refund.refund_id} of ${order.name}`,
		'1',
		toDecimal(money(refund.refund_fen, refund.currency)),
		(await sharedTaxes(odoo, order)).join(),
	];
	const record = { key: externalId, rows: [row] };
	const context = {
		...CREATE_ONLY,
		default_move_type: 'out_refund',
		...inCompany(order.companyId),
	};
	const { ids, rejected } = await loadRecords(odoo, 'account.move', FIELDS, [record], context);
	const id = ids.get(externalId);
	if (id === undefined) throw creditNoteRefused(rejected.get(externalId) ?? '');
	const [note] = await creditNotes(odoo, [['id', '=', id]]);
	return note ?? { id, state: 'draft', total: '' };
}

/** Database id of the posted invoice of an order as text; empty if there is none or several. */
async function onlyInvoice(odoo: OdooClient, order: OrderState): Promise<string> {
	const invoices = await searchRead(
		odoo,
		'account.move',
		[
			['move_type', '=', 'out_invoice'],
			['state', '=', 'posted'],
			['line_ids.sale_line_ids.order_id', '=', order.id],
		],
		['name'],
		{ limit: 2 },
	);
	const [only, ...others] = invoices;
	return only && others.length === 0 ? String(only.id) : '';
}

async function creditNotes(odoo: OdooClient, domain: Domain): Promise<CreditNote[]> {
	const rows = await searchRead(odoo, 'account.move', domain, ['state', 'amount_total']);
	return rows.map(({ id, state, amount_total: total }) => {
		return { id, state: textOf(state), total: String(total) };
	});
}

async function sharedTaxes(odoo: OdooClient, order: OrderState): Promise<number[]> {
	if (Number(order.amountTax) === 0) return [];
	const field = await lineTaxField(odoo);
	const ofOrder: Domain = [['order_id', '=', order.id]];
	const lines = await searchRead(odoo, 'sale.order.line', ofOrder, [field, 'price_subtotal']);
	const sets = lines
		.filter(({ price_subtotal: subtotal }) => Number(subtotal) !== 0)
		.map((line) => idsOf(line[field]).sort((a, b) => a - b));
	const [first = []] = sets;
	return sets.every((taxes) => taxes.join() === first.join()) ? first : [];
}

const creditNoteRefused = (message: string) =>
	new IntegrationError({
		code: 'ODOO_CREDIT_NOTE_REFUSED',
		message: `Odoo rejected the credit note. ${message && asSentence(message)}`.trim(),
		likelyCause:
			'Accounting is not set up: there is no sales journal, or it has no income account.',
		nextStep:
			'In Odoo: Invoicing (Accounting) → Configuration → Journals → Customer Invoices: select a Default Income Account. Without accounting in Odoo, turn off Credit Note in the node.',
	});
