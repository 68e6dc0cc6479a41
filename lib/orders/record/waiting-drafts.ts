import { money, toDecimal } from '../../core/money';
import type { OdooClient } from '../../odoo/client';
import { externalIdsOf, findByExternalIds } from '../../odoo/external-ids';
import { idOf, searchRead, textOf, type OdooRow } from '../../odoo/records';
import { noteIds, paymentKey, recordedOrders } from '../model/order-keys';
import { readLineNote } from './payment-notes';
import { readPaymentNote, type NotedPayment } from './read-payment-note';
import type { ItemLine } from '../../core/read-item';

/** A paid order that is a draft without products, as an item in the form of WeChat Pay Trigger. */
export interface WaitingDraft {
	trade_state: 'SUCCESS';
	transaction_id: string;
	out_trade_no: string;
	mchid: string;
	sub_mchid?: string;
	appid: string;
	success_time?: string;
	amount: { total: number; currency: string };
	total_fen: number;
	/** Decimal text. */
	total: string;
	lines: ItemLine[];
	shipping_fen?: number;
	discount_fen?: number;
	promotion_detail?: Array<{ merchant_contribute: number }>;
	odoo: { status: 'needs_review'; sale_order_id: number; name: string; state: string };
}

/**
 * The drafts that were recorded without products because a SKU was not mapped, oldest first. A draft
 * that a person has added products to is left out.
 */
export async function waitingDrafts(odoo: OdooClient): Promise<WaitingDraft[]> {
	const orders = await searchRead(
		odoo,
		'sale.order',
		[['state', 'in', ['draft', 'sent']], ...recordedOrders()],
		['name', 'state'],
		{ order: 'id' },
	);
	const ids = orders.map(({ id }) => id);
	if (ids.length === 0) return [];
	const lines = await searchRead(
		odoo,
		'sale.order.line',
		[['order_id', 'in', ids]],
		['order_id', 'product_id', 'name'],
		{ order: 'id' },
	);
	const drafts = orders.flatMap((order) => {
		const own = lines.filter((line) => idOf(line.order_id) === order.id);
		return own.length === 0 || own.some(({ product_id: product }) => product)
			? []
			: [{ order, own }];
	});
	const payments = await notedPayments(
		odoo,
		drafts.map(({ order }) => order.id),
	);
	return drafts.flatMap(({ order, own }) => {
		const payment = payments.get(order.id);
		return payment ? [waitingDraft(order, own, payment)] : [];
	});
}

const MODULE = 'wechat_pay.';

/**
 * The payments of orders, by order id, from the notes that were written with them. Anybody can write a
 * note into the chatter, but only the note with this external id is read.
 */
async function notedPayments(odoo: OdooClient, ids: number[]): Promise<Map<number, NotedPayment>> {
	const names = await externalIdsOf(odoo, 'sale.order', ids);
	const keys = [...names].flatMap(([id, own]) =>
		own.flatMap((one) => (one.startsWith(MODULE) ? [{ id, key: one.slice(MODULE.length) }] : [])),
	);
	const notes = await findByExternalIds(
		odoo,
		keys.map(({ key }) => noteIds(key).payment),
	);
	const noteIdsFound = [...notes.values()].map(({ id }) => id);
	const messages = await searchRead(
		odoo,
		'mail.message',
		[['id', 'in', noteIdsFound]],
		['res_id', 'body'],
	);
	return new Map(
		keys.flatMap(({ id, key }) => {
			const note = notes.get(noteIds(key).payment)?.id;
			const message = messages.find((one) => one.id === note && Number(one.res_id) === id);
			const payment = message && readPaymentNote(textOf(message.body));
			return payment && paymentKey({ payment }) === key ? [[id, payment] as const] : [];
		}),
	);
}

function waitingDraft(order: OdooRow, lines: OdooRow[], payment: NotedPayment): WaitingDraft {
	const { currency, merchant_coupon_fen: coupon, ...own } = payment;
	return {
		trade_state: 'SUCCESS',
		...own,
		amount: { total: own.total_fen, currency },
		total: toDecimal(money(own.total_fen, currency)),
		lines: lines.flatMap(({ name }) => readLineNote(textOf(name)) ?? []),
		...(coupon !== undefined && { promotion_detail: [{ merchant_contribute: coupon }] }),
		odoo: {
			status: 'needs_review',
			sale_order_id: order.id,
			name: textOf(order.name),
			state: textOf(order.state),
		},
	};
}
