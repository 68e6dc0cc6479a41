import { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../../odoo/client';
import { idOf, searchRead, type Domain, type OdooRow } from '../../odoo/records';

import { followOrigins, moveFields, moveOf, readMoves, type Move } from './moves';
import { LINE_FIELDS, ORDER_FIELDS, orderState, type OrderState } from './order-state';
import { orderOrigin, type PaidOrder } from '../model/paid-order';

/** Orders with their product lines, by order id; with `moves`, all moves of their lines beside them. */
export interface ReadOrders {
	orders: Map<number, OrderState>;
	moves: Move[];
}

/**
 * Reads in one call where Odoo reads records within records (17 and later), else model by model.
 *
 * @param alsoOf payments whose other orders are to be read, too, without moves up to 16
 */
export async function readOrders(
	odoo: OdooClient,
	ids: number[],
	withMoves: boolean,
	alsoOf: PaidOrder[] = [],
): Promise<ReadOrders> {
	if (ids.length === 0) return { orders: new Map(), moves: [] };
	const domain: Domain = [
		...(alsoOf.length > 0 ? (['|'] as const) : []),
		['id', 'in', ids],
		...(alsoOf.length > 0 ? withReferences(alsoOf) : []),
	];
	const nested = await odoo.remember('reads records within records', async () => ({ can: true }));
	if (nested.can) {
		try {
			return await readNested(odoo, domain, withMoves);
		} catch (error) {
			const unknown = error instanceof IntegrationError && NO_SUCH_METHOD.has(error.code);
			if (!unknown) throw error;
			nested.can = false;
		}
	}
	return await readFlat(odoo, ids, domain, withMoves);
}

/** An older `web_search_read` fails on arguments that it does not know. */
const NO_SUCH_METHOD = new Set(['ODOO_SERVER_FAULT', 'ODOO_NOT_FOUND']);

type Specification = Record<string, object>;

const plain = (fields: string[]): Specification =>
	Object.fromEntries(fields.map((field) => [field, {}]));

async function orderFields(odoo: OdooClient): Promise<string[]> {
	const known = await odoo.fields('sale.order');
	return ORDER_FIELDS.filter((field) => field !== 'warehouse_id' || known.has(field));
}

async function readNested(
	odoo: OdooClient,
	domain: Domain,
	withMoves: boolean,
): Promise<ReadOrders> {
	const moves = withMoves
		? {
				move_ids: { fields: plain((await moveFields(odoo)).filter((f) => f !== 'sale_line_id')) },
				product_id: { fields: plain(['free_qty']) },
			}
		: {};
	const specification = {
		...plain(await orderFields(odoo)),
		currency_id: { fields: plain(['display_name']) },
		order_line: {
			fields: { ...plain(LINE_FIELDS.filter((field) => field !== 'order_id')), ...moves },
		},
	};
	const { records } = (await odoo.call('sale.order', 'web_search_read', {
		params: { domain, specification },
		context: { active_test: false },
	})) as { records: Array<OdooRow & { order_line: Array<OdooRow & { move_ids?: OdooRow[] }> }> };
	const orders = new Map(records.map((row) => [row.id, orderState(row, row.order_line)]));
	const direct = records.flatMap((row) =>
		row.order_line.flatMap((line) =>
			(line.move_ids ?? []).map((move) => moveOf({ ...move, sale_line_id: line.id })),
		),
	);
	const counted = direct.filter(({ state, returned }) => state !== 'cancel' && !returned);
	return { orders, moves: await followOrigins(odoo, counted) };
}

async function readFlat(
	odoo: OdooClient,
	ids: number[],
	domain: Domain,
	withMoves: boolean,
): Promise<ReadOrders> {
	const everything = { archived: true };
	const [rows, lines, moves] = await Promise.all([
		searchRead(odoo, 'sale.order', domain, await orderFields(odoo), everything),
		searchRead(odoo, 'sale.order.line', [['order_id', 'in', ids]], LINE_FIELDS, { order: 'id' }),
		withMoves ? readMoves(odoo, ids) : [],
	]);
	const orders = rows.map((row) => {
		const own = lines.filter((line) => idOf(line.order_id) === row.id);
		return [row.id, orderState(row, own)] as const;
	});
	return { orders: new Map(orders), moves };
}

/** Finds the orders that carry a reference of these payments: ours, typed ones, holds. */
export const withReferences = (orders: PaidOrder[]): Domain => [
	'|',
	['client_order_ref', 'in', orders.map(({ payment }) => payment.transaction_id)],
	['origin', 'in', orders.map(orderOrigin)],
];
