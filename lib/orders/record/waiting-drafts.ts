import { money, toDecimal } from '../../core/money';
import type { ItemLine } from '../../core/order-lines';
import type { OdooClient } from '../../odoo/client';
import { findByExternalIds } from '../../odoo/external-ids';
import { idOf, searchRead, textOf, type OdooRow } from '../../odoo/records';
import { orderExternalId, recordedOrders } from '../model/order-keys';
import { readLineNote } from './payment-notes';
import { readChatterNote, type NotedPayment } from './read-payment-note';

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
	const [lines, messages] = await Promise.all([
		searchRead(
			odoo,
			'sale.order.line',
			[['order_id', 'in', ids]],
			['order_id', 'product_id', 'name'],
			{
				order: 'id',
			},
		),
		searchRead(
			odoo,
			'mail.message',
			[
				['model', '=', 'sale.order'],
				['res_id', 'in', ids],
				['body', 'ilike', 'WeChat Pay payment'],
			],
			['res_id', 'body'],
			{ order: 'id' },
		),
	]);
	const found = orders.flatMap((order) => {
		const own = lines.filter((line) => idOf(line.order_id) === order.id);
		if (own.length === 0 || own.some(({ product_id: product }) => product)) return [];
		const [payment] = messages.flatMap(({ res_id: id, body }) =>
			id === order.id ? (readChatterNote(textOf(body)) ?? []) : [],
		);
		return payment ? [{ order, payment, draft: waitingDraft(order, own, payment) }] : [];
	});
	// Anybody can write a note into the chatter, but not an external id.
	const references = await findByExternalIds(
		odoo,
		found.map(({ draft }) => externalId(draft)),
	);
	return found
		.filter(({ draft, order }) => references.get(externalId(draft))?.id === order.id)
		.map(({ draft }) => draft);
}

const externalId = (draft: WaitingDraft): string => orderExternalId({ payment: draft });

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
