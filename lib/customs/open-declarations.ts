import { tryParse } from '../core/json';
import type { OdooClient } from '../odoo/client';
import {
	fromOdooTime,
	idOf,
	searchRead,
	textOf,
	type Domain,
	type OdooRow,
	toOdooTime,
} from '../odoo/records';
import { CUSTOMS_FIELDS, CUSTOMS_SUMMARY, HELD_DELIVERIES } from './customs-fields';
import { divideOrder, type CustomsPart } from './divide-order';
import { isCheckDue } from './next-check';
import { refundedOrders } from './refunded-orders';
import { valueOfDeliveries } from './value-of-deliveries';

/** An order whose declaration has to be made, looked up or changed. */
export interface OpenDeclaration {
	out_trade_no: string;
	mchid: string;
	/** Empty for an order that is declared as a whole. */
	customs_parts: CustomsPart[];
	customs_order: {
		sale_order_id: number;
		name: string;
		/** Empty before the first check. */
		state: string;
		/** In fen; absent before the first declaration. */
		declared_fen?: number;
		/** Customs refused it, and a person has completed the activity about it. */
		again: boolean;
		/** When Odoo was read (UTC): older results never replace newer ones. */
		as_of: string;
	};
}

const CLOSED = ['SUCCESS', 'REFUNDED'];
const DAY_MS = 24 * 3_600_000;
/** Clocks differ, and a refund is noted a moment after WeChat Pay has it. */
const MARGIN_MS = 5 * 60_000;

export interface OpenOptions {
	/** How long after a refund its order is still looked at, in days. */
	refundDays: number;
	/** Milliseconds since 1970. */
	now: number;
	/** How many orders at most: the next run takes the others. */
	limit: number;
}

/**
 * The orders with held deliveries that customs has to be asked about now: new ones, those that it has not accepted
 * yet, and those that were refunded since. The parts of a split order are fixed the first time, so that every later
 * run declares the same.
 *
 * @throws IntegrationError `ODOO_…`
 */
export async function openDeclarations(
	odoo: OdooClient,
	{ refundDays, now, limit }: OpenOptions,
): Promise<OpenDeclaration[]> {
	const refunded = await refundedOrders(odoo, now - refundDays * DAY_MS);
	const unaccepted: Domain = [...HELD_DELIVERIES, ['sale_id.x_wechat_customs', 'not in', CLOSED]];
	const held = await searchRead(odoo, 'stock.picking', unaccepted, ['sale_id']);
	const again: Domain = [...HELD_DELIVERIES, ['sale_id', 'in', [...refunded.keys()]]];
	const changed = await searchRead(odoo, 'stock.picking', again, ['sale_id']);
	const ids = [...new Set([...held, ...changed].flatMap(({ sale_id }) => idOf(sale_id) ?? []))];
	const fields = ['name', 'create_date', 'currency_id', 'x_wechat_out_trade_no', 'x_wechat_mchid'];
	const names = CUSTOMS_FIELDS.map(({ name }) => name);
	const orders = await searchRead(odoo, 'sale.order', [['id', 'in', ids]], [...fields, ...names]);
	const waiting = await ordersWithActivity(odoo, ids);
	const due = orders.filter((order) => isDue(order, refunded.get(order.id), waiting, now));
	const as_of = toOdooTime(now);
	return await withParts(odoo, due.slice(0, limit), as_of);
}

function isDue(
	order: OdooRow,
	refundedAt: number | undefined,
	waiting: Set<number>,
	now: number,
): boolean {
	const state = textOf(order.x_wechat_customs);
	const checked = fromOdooTime(order.x_wechat_customs_checked);
	if (refundedAt !== undefined && !(checked > refundedAt + MARGIN_MS)) return true;
	if (CLOSED.includes(state)) return false;
	// The person who completes the activity asks for another attempt.
	if (state === 'FAIL') return !waiting.has(order.id);
	return isCheckDue({ since: fromOdooTime(order.create_date), checked }, now);
}

async function ordersWithActivity(odoo: OdooClient, ids: number[]): Promise<Set<number>> {
	const open: Domain = [
		['res_model', '=', 'sale.order'],
		['res_id', 'in', ids],
		['summary', '=', CUSTOMS_SUMMARY],
	];
	const rows = await searchRead(odoo, 'mail.activity', open, ['res_id']);
	return new Set(rows.map(({ res_id }) => Number(res_id)));
}

async function withParts(
	odoo: OdooClient,
	orders: OdooRow[],
	as_of: string,
): Promise<OpenDeclaration[]> {
	const undivided = orders.filter((order) => !textOf(order.x_wechat_customs_parts));
	const values = await valueOfDeliveries(odoo, undivided);
	const items: OpenDeclaration[] = [];
	for (const order of orders) {
		const out_trade_no = textOf(order.x_wechat_out_trade_no);
		const known = tryParse(textOf(order.x_wechat_customs_parts));
		const parts = Array.isArray(known)
			? (known as CustomsPart[])
			: divideOrder(out_trade_no, values.get(order.id) ?? []);
		if (!Array.isArray(known)) {
			const vals = { x_wechat_customs_parts: JSON.stringify(parts) };
			await odoo.call('sale.order', 'write', { ids: [order.id], params: { vals } });
		}
		items.push(toItem(order, parts, as_of));
	}
	return items;
}

function toItem(order: OdooRow, customs_parts: CustomsPart[], as_of: string): OpenDeclaration {
	const state = textOf(order.x_wechat_customs);
	const declared = textOf(order.x_wechat_customs_declared);
	return {
		out_trade_no: textOf(order.x_wechat_out_trade_no),
		mchid: textOf(order.x_wechat_mchid),
		customs_parts,
		customs_order: {
			sale_order_id: order.id,
			name: textOf(order.name),
			state,
			...(declared && { declared_fen: Number(declared) }),
			again: state === 'FAIL',
			as_of,
		},
	};
}
