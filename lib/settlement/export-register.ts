import { addDays } from '../core/beijing-time';
import { toDecimal, type Money } from '../core/money';
import type { Documents } from './export-documents';
import { addMonths } from './field-formats';
import { amountTexts, type AmountTexts, type OrderMoney } from './order-money';

/** What Odoo knows of an order that left the country. Dates are `yyyy-MM-dd`, empty where there is none. */
export interface ExportedOrder {
	order: string;
	transaction_id: string;
	date: string;
	/** The posted invoices of the order, the first first. */
	invoices: Array<{ name: string; date: string; total: Money }>;
	buyer: string;
	/** ISO 3166, two letters. */
	country: string;
	/** The first delivery that left. */
	shipped: string;
	waybills: string[];
	money: OrderMoney;
	/** References of the bank receipts in the ledger, and the day of the last one. */
	bank_references: string[];
	received_date: string;
}

export interface ExportRegisterOptions {
	/** Columns that are the same in each row, e.g. `ad_code`, `purpose_code`, `remitter`. */
	fixed: Record<string, string>;
	/** From the shipment until the money has to be in the bank; 0: no such day. */
	realisationMonths: number;
	/** From the supply until the evidence of export has to be there; 0: no such day. */
	evidenceDays: number;
	/** `yyyy-MM-dd` */
	today: string;
}

/** A row of the register of exports: text and decimal amounts, empty where nothing is known. */
export type ExportRow = AmountTexts &
	Documents & {
		order: string;
		order_date: string;
		transaction_id: string;
		invoice: string;
		invoice_date: string;
		invoice_value: string;
		invoice_currency: string;
		buyer: string;
		buyer_country: string;
		shipped_date: string;
		waybill: string;
		bank_reference: string;
		received_date: string;
		/** What is not in the bank yet: settled, or paid where nothing is settled. */
		open: string;
		open_currency: string;
		realise_by: string;
		overdue: boolean;
		evidence_by: string;
		evidence_complete: boolean;
		evidence_overdue: boolean;
	};

/** @param documents of this order, empty text for what is not known */
export function exportRow(
	exported: ExportedOrder,
	documents: Documents,
	{ fixed, realisationMonths, evidenceDays, today }: ExportRegisterOptions,
): ExportRow {
	const { invoices, money } = exported;
	const [invoice] = invoices;
	const supply = invoice?.date || exported.shipped;
	const open = money.state === 'received' ? undefined : (money.settled ?? money.paid);
	const isOpen = open !== undefined && open.amount > 0;
	const due =
		exported.shipped && realisationMonths > 0 ? addMonths(exported.shipped, realisationMonths) : '';
	const realise_by = documents.extended_until || due;
	const evidence_by = supply && evidenceDays > 0 ? addDays(supply, evidenceDays) : '';
	const declared = documents.shipping_bill || documents.customs_declaration;
	const carried = documents.exit_certificate || exported.waybills.length > 0;
	const evidence_complete = Boolean(declared && carried);
	return {
		...fixed,
		...amountTexts(money),
		...documents,
		order: exported.order,
		order_date: exported.date,
		transaction_id: exported.transaction_id,
		invoice: invoices.map(({ name }) => name).join(', '),
		invoice_date: invoice?.date ?? '',
		invoice_value: invoice ? toDecimal(sumOf(invoices.map(({ total }) => total))) : '',
		invoice_currency: invoice?.total.currency ?? '',
		buyer: exported.buyer,
		buyer_country: exported.country,
		shipped_date: exported.shipped,
		waybill: exported.waybills.join(', '),
		bank_reference: exported.bank_references.join(', '),
		received_date: exported.received_date,
		open: isOpen ? toDecimal(open) : '',
		open_currency: isOpen ? open.currency : '',
		realise_by,
		overdue: isOpen && realise_by !== '' && realise_by < today,
		evidence_by,
		evidence_complete,
		evidence_overdue: !evidence_complete && evidence_by !== '' && evidence_by < today,
	};
}

/** Invoices of an order have its currency. */
const sumOf = ([first, ...others]: Money[]): Money =>
	others.reduce(
		(sum, { amount }) => ({ ...sum, amount: sum.amount + amount }),
		first ?? { amount: 0, currency: 'CNY' },
	);
