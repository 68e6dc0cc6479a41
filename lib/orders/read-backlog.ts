import type { OdooClient } from '../odoo/client';
import { ANY_HOLD, numberInOrigin, recordedOrders } from './model/order-keys';
import { REVIEW_SUMMARY } from './sale-order/chatter';
import { ownOrders } from './sale-order/own-orders';
import { QUANT_FIELDS, readQuants, unitsOverReserved } from './sale-order/over-reservation';
import { searchRead, textOf, type OdooRow, fromOdooTime } from '../odoo/records';

/** Paid orders in Odoo that need attention. */
export interface Backlog {
	/** Paid orders that are not confirmed and have a review activity for a person. */
	in_review: number;
	/** Paid orders that are not confirmed and have no review activity: their run was interrupted. */
	unfinished: number;
	/** The oldest of both; null if there is none. */
	oldest: { out_trade_no: string; order: string; waiting_minutes: number } | null;
	/** Confirmed orders that wait for stock. */
	short: number;
	/** Units that are reserved beyond the stock, of all products. */
	oversold: number;
}

const SEARCH_LIMIT = 1000;

/**
 * Counts paid orders that need attention, for an alarm. Only reads.
 *
 * @param now milliseconds since 1970
 * @throws IntegrationError `ODOO_…`
 */
export async function readBacklog(odoo: OdooClient, now: number): Promise<Backlog> {
	const [drafts, reviews, waiting, reservations] = await Promise.all([
		searchRead(
			odoo,
			'sale.order',
			[
				...recordedOrders(),
				['state', 'in', ['draft', 'sent']],
				'|',
				['client_order_ref', '=', false],
				['client_order_ref', 'not like', ANY_HOLD.replace(/%$/, '')],
			],
			['name', 'origin', 'create_date'],
			{ order: 'create_date', limit: SEARCH_LIMIT },
		),
		searchRead(
			odoo,
			'mail.activity',
			[
				['res_model', '=', 'sale.order'],
				['summary', '=', REVIEW_SUMMARY],
			],
			['res_id'],
			{ limit: SEARCH_LIMIT },
		),
		searchRead(
			odoo,
			'sale.order',
			[
				...recordedOrders(),
				['state', 'in', ['sale', 'done']],
				['order_line.move_ids.state', 'in', ['confirmed', 'partially_available']],
			],
			['name'],
			{ limit: SEARCH_LIMIT },
		),
		searchRead(
			odoo,
			'stock.quant',
			[
				['location_id.usage', 'in', ['internal', 'transit']],
				['reserved_quantity', '>', 0],
			],
			QUANT_FIELDS,
		),
	]);
	const open = await ownOrders(odoo, drafts);
	const short = await ownOrders(odoo, waiting);
	const asked = new Set(reviews.map(({ res_id }) => Number(res_id)));
	const inReview = open.filter(({ id }) => asked.has(id)).length;
	return {
		in_review: inReview,
		unfinished: open.length - inReview,
		oldest: oldestOf(open[0], now),
		short: short.length,
		oversold: await oversold(odoo, reservations),
	};
}

function oldestOf(row: OdooRow | undefined, now: number): Backlog['oldest'] {
	if (!row) return null;
	const since = fromOdooTime(row.create_date);
	return {
		out_trade_no: numberInOrigin(textOf(row.origin)),
		order: textOf(row.name),
		waiting_minutes: Math.max(0, Math.floor((now - since) / 60_000)),
	};
}

/** A quant with more reserved than its quantity may be balanced by others in the same location. */
async function oversold(odoo: OdooClient, reservations: OdooRow[]): Promise<number> {
	const suspects = reservations.filter((row) => unitsOverReserved([row]) > 0);
	if (suspects.length === 0) return 0;
	const products = suspects.map(({ product_id }) => (product_id as [number, string])[0]);
	return unitsOverReserved(await readQuants(odoo, products));
}
