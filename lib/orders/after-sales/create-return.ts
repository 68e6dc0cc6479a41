import type { OdooClient } from '../../odoo/client';
import { idOf, searchRead, textOf, type OdooRow } from '../../odoo/records';
import { demandPaidSale, type PaymentName } from './find-paid-order';

/** The deliveries of an order, and what is expected back from them. */
export interface ReturnedOrder {
	/** `nothing_to_return`: nothing was delivered, or a return stands for all of it. */
	status: 'return_created' | 'nothing_to_return';
	sale_order_id: number;
	name: string;
	/** Database ids and names of the pickings that this call has made. */
	returns: Array<{ picking_id: number; name: string; pieces: number }>;
	dry_run?: true;
}

interface Line {
	move: OdooRow;
	/** Pieces not yet on any return. */
	open: number;
}

/**
 * Asks the warehouse to expect back what was delivered of an order: a return for each delivery, over
 * what is on no other return yet. Repeating it makes no second one.
 *
 * @throws IntegrationError `ODOO_ORDER_UNKNOWN`, `ODOO_ACCESS_DENIED`, `ODOO_VALIDATION`
 */
export async function createReturn(
	odoo: OdooClient,
	name: PaymentName,
	dryRun: boolean,
): Promise<ReturnedOrder> {
	const { state } = await demandPaidSale(odoo, name);
	const deliveries = await searchRead(
		odoo,
		'stock.picking',
		[
			['sale_id', '=', state.id],
			['state', '=', 'done'],
			['picking_type_code', '=', 'outgoing'],
		],
		['name', 'location_id'],
		{ order: 'id' },
	);
	const returns: ReturnedOrder['returns'] = [];
	for (const delivery of deliveries) {
		const lines = (await deliveredLines(odoo, delivery.id)).filter(({ open }) => open > 0);
		if (lines.length === 0) continue;
		const pieces = lines.reduce((sum, { open }) => sum + open, 0);
		const picking = dryRun ? { id: 0, name: '' } : await returnOf(odoo, delivery, lines);
		returns.push({ picking_id: picking.id, name: picking.name, pieces });
	}
	return {
		status: returns.length > 0 ? 'return_created' : 'nothing_to_return',
		sale_order_id: state.id,
		name: state.name,
		returns,
		...(dryRun && { dry_run: true as const }),
	};
}

/** What was delivered, less what earlier returns take back, finished or not. */
async function deliveredLines(odoo: OdooClient, pickingId: number): Promise<Line[]> {
	const done = (await odoo.fields('stock.move')).has('quantity_done')
		? 'quantity_done'
		: 'quantity';
	const moves = await searchRead(
		odoo,
		'stock.move',
		[
			['picking_id', '=', pickingId],
			['state', '=', 'done'],
		],
		['product_id', 'product_uom', done],
	);
	const back = await searchRead(
		odoo,
		'stock.move',
		[
			['origin_returned_move_id', 'in', moves.map(({ id }) => id)],
			['state', '!=', 'cancel'],
		],
		['origin_returned_move_id', 'product_uom_qty'],
	);
	return moves.map((move) => {
		const taken = back
			.filter((one) => idOf(one.origin_returned_move_id) === move.id)
			.reduce((sum, one) => sum + Number(one.product_uom_qty), 0);
		return { move, open: Number(move[done]) - taken };
	});
}

/** Through Odoo's own wizard, which keeps the return tied to its delivery. */
async function returnOf(
	odoo: OdooClient,
	delivery: OdooRow,
	lines: Line[],
): Promise<{ id: number; name: string }> {
	// Up to 17 the form fills the place in, and the wizard's button has another name.
	const fillsPlace = (await odoo.fields('stock.return.picking')).has('location_id');
	const values = {
		picking_id: delivery.id,
		...(fillsPlace && { location_id: idOf(delivery.location_id) }),
		product_return_moves: lines.map(({ move, open }) => [
			0,
			0,
			{ product_id: idOf(move.product_id), move_id: move.id, quantity: open },
		]),
	};
	const context = { active_model: 'stock.picking', active_id: delivery.id };
	const made = await odoo.call('stock.return.picking', 'create', {
		params: { vals_list: [values] },
		context,
	});
	const ids = [made].flat() as number[];
	const button = fillsPlace ? 'create_returns' : 'action_create_returns';
	const action = (await odoo.call('stock.return.picking', button, { ids, context })) as {
		res_id?: number;
	};
	const id = Number(action.res_id);
	const [picking] = await searchRead(odoo, 'stock.picking', [['id', '=', id]], ['name']);
	return { id, name: textOf(picking?.name) };
}
