import { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../../odoo/client';
import { idOf, searchRead, type Domain, type OdooRow } from '../../odoo/records';
import { followOrigins, moveFields, moveOf, readMoves, type Move } from './moves';
import { LINE_FIELDS, ORDER_FIELDS, orderState, type OrderState } from './order-state';

/** Orders with their product lines by order id, and the moves of these lines if requested. */
export interface ReadOrders {
	orders: Map<number, OrderState>;
	moves: Move[];
}

/** Reads orders, in one call if Odoo supports nested reads (17 and later), else model by model. */
export async function readOrders(
	odoo: OdooClient,
	ids: number[],
	withMoves: boolean,
): Promise<ReadOrders> {
	if (ids.length === 0) return { orders: new Map(), moves: [] };
	const nested = await odoo.remember('nested reads', async () => ({ supported: true }));
	if (nested.supported) {
		try {
			return await readNested(odoo, ids, withMoves);
		} catch (error) {
			const unknown = error instanceof IntegrationError && NO_SUCH_METHOD.has(error.code);
			if (!unknown) throw error;
			nested.supported = false;
		}
	}
	return await readFlat(odoo, ids, withMoves);
}

/** Errors of an older `web_search_read`, which does not know these arguments. */
const NO_SUCH_METHOD = new Set(['ODOO_SERVER_FAULT', 'ODOO_NOT_FOUND']);

const specification = (fields: string[]): Record<string, object> =>
	Object.fromEntries(fields.map((field) => [field, {}]));

async function orderFields(odoo: OdooClient): Promise<string[]> {
	const known = await odoo.fields('sale.order');
	return ORDER_FIELDS.filter((field) => field !== 'warehouse_id' || known.has(field));
}

/** Fields of lines whose goods are bought or made for the order; each comes with an app of Odoo. */
const TO_ORDER = ['is_mto', 'purchase_line_count'];

async function lineFields(odoo: OdooClient, withMoves: boolean): Promise<string[]> {
	if (!withMoves) return LINE_FIELDS;
	const known = await odoo.fields('sale.order.line');
	return [...LINE_FIELDS, ...TO_ORDER.filter((field) => known.has(field))];
}

async function readNested(
	odoo: OdooClient,
	ids: number[],
	withMoves: boolean,
): Promise<ReadOrders> {
	const ofMoves = async () => ({
		...specification((await moveFields(odoo)).filter((field) => field !== 'sale_line_id')),
		location_dest_id: { fields: specification(['usage']) },
	});
	const moves = withMoves && { move_ids: { fields: await ofMoves() } };
	const ofProducts = specification(['type', ...(withMoves ? ['free_qty'] : [])]);
	const fields = (await lineFields(odoo, withMoves)).filter((field) => field !== 'order_id');
	const ofLines = { ...specification(fields), product_id: { fields: ofProducts } };
	const domain: Domain = [['id', 'in', ids]];
	const { records } = (await odoo.call('sale.order', 'web_search_read', {
		params: {
			domain,
			specification: {
				...specification(await orderFields(odoo)),
				currency_id: { fields: specification(['display_name']) },
				order_line: { fields: { ...ofLines, ...moves } },
			},
		},
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

async function readFlat(odoo: OdooClient, ids: number[], withMoves: boolean): Promise<ReadOrders> {
	const everything = { archived: true };
	const ofLines = await lineFields(odoo, withMoves);
	const [rows, lines, moves] = await Promise.all([
		searchRead(odoo, 'sale.order', [['id', 'in', ids]], await orderFields(odoo), everything),
		searchRead(odoo, 'sale.order.line', [['order_id', 'in', ids]], ofLines, { order: 'id' }),
		withMoves ? readMoves(odoo, ids) : [],
	]);
	const orders = rows.map((row) => {
		const own = lines.filter((line) => idOf(line.order_id) === row.id);
		return [row.id, orderState(row, own)] as const;
	});
	return { orders: new Map(orders), moves };
}
