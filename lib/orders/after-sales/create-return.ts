import { groupBy } from '../../core/collections';
import type { OdooClient } from '../../odoo/client';
import { idOf, searchRead, textOf, type Domain, type OdooRow } from '../../odoo/records';
import type { PaymentName } from '../model/order-keys';
import { movesToBuyer } from '../sale-order/moves';
import { demandPaidOrder } from './find-paid-order';
import { noteReturn, returnsOfPart, upTo, type ReturnLine, type ReturnPart } from './return-part';
import { adoptReturns, unnotedReturns } from './unnoted-returns';

/** Returns that were created for the deliveries of an order. */
export interface ReturnedOrder {
	/** `nothing_to_return`: nothing was delivered, or everything is on a return already. */
	status: 'return_created' | 'nothing_to_return';
	sale_order_id: number;
	name: string;
	/** Database ids, names and units of the transfers that this call, or one that was interrupted, created. */
	returns: Array<{ picking_id: number; name: string; units: number }>;
	dry_run?: true;
}

/**
 * Creates a return transfer for each delivery of an order, drop-shipped ones included, over what is not on
 * another return yet.
 * Repeating it creates no second one.
 *
 * @param part what an after-sale is about; absent: everything that was delivered
 * @throws IntegrationError `ODOO_ORDER_UNKNOWN`, `ODOO_ACCESS_DENIED`, `ODOO_VALIDATION`
 */
export async function createReturn(
	odoo: OdooClient,
	payment: PaymentName,
	dryRun: boolean,
	part?: ReturnPart,
): Promise<ReturnedOrder> {
	const { state } = await demandPaidOrder(odoo, payment);
	const about = { sale_order_id: state.id, name: state.name };
	const known = part && (await returnsOfPart(odoo, payment, part));
	if (known) return { status: 'nothing_to_return', ...about, returns: [] };
	const all = await deliveredLines(odoo, state.id);
	const unnoted = part ? await unnotedReturns(odoo, state.id, all) : [];
	const { adopted, left } = part ? adoptReturns(part, unnoted) : { adopted: [], left: undefined };
	const delivered = left ? upTo(left, all) : all;
	const pickings: Domain = [['id', 'in', [...delivered.keys()]]];
	const deliveries = await searchRead(odoo, 'stock.picking', pickings, ['name', 'location_id'], {
		order: 'id',
	});
	const returns: ReturnedOrder['returns'] = adopted.map(({ quantities, ...picking }) => {
		return { ...picking, units: [...quantities.values()].reduce((sum, units) => sum + units, 0) };
	});
	for (const delivery of deliveries) {
		const lines = (delivered.get(delivery.id) ?? []).filter(({ open }) => open > 0);
		if (lines.length === 0) continue;
		const units = lines.reduce((sum, { open }) => sum + open, 0);
		const picking = dryRun ? { id: 0, name: '' } : await returnOf(odoo, delivery, lines);
		returns.push({ picking_id: picking.id, name: picking.name, units });
	}
	if (part && !dryRun && returns.length > 0) {
		const transfers = returns.map(({ name }) => name);
		await noteReturn(odoo, { orderId: state.id, payment, part, transfers });
	}
	return {
		status: returns.length > 0 ? 'return_created' : 'nothing_to_return',
		...about,
		returns,
		...(dryRun && { dry_run: true as const }),
	};
}

/**
 * Quantities that were delivered to the buyer, from stock or by a vendor, less those on earlier returns,
 * finished or not; by delivery, which other orders may share.
 */
async function deliveredLines(
	odoo: OdooClient,
	orderId: number,
): Promise<Map<number, ReturnLine[]>> {
	const done = (await odoo.fields('stock.move')).has('quantity_done')
		? 'quantity_done'
		: 'quantity';
	const moves = await searchRead(
		odoo,
		'stock.move',
		[...movesToBuyer([orderId]), ['state', '=', 'done']],
		['picking_id', 'product_id', 'product_uom', done],
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
	const lines = moves.map((move): ReturnLine => {
		const taken = back
			.filter((one) => idOf(one.origin_returned_move_id) === move.id)
			.reduce((sum, one) => sum + Number(one.product_uom_qty), 0);
		return { move, open: Number(move[done]) - taken };
	});
	return groupBy(lines, ({ move }) => idOf(move.picking_id) ?? 0);
}

/** Uses Odoo's wizard, which links the return to its delivery. */
async function returnOf(
	odoo: OdooClient,
	delivery: OdooRow,
	lines: ReturnLine[],
): Promise<{ id: number; name: string }> {
	// Up to Odoo 17 the form sets the location, and the button of the wizard has another name.
	const setsLocation = (await odoo.fields('stock.return.picking')).has('location_id');
	const values = {
		picking_id: delivery.id,
		...(setsLocation && { location_id: idOf(delivery.location_id) }),
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
	const button = setsLocation ? 'create_returns' : 'action_create_returns';
	const action = (await odoo.call('stock.return.picking', button, { ids, context })) as {
		res_id?: number;
	};
	const id = Number(action.res_id);
	const [picking] = await searchRead(odoo, 'stock.picking', [['id', '=', id]], ['name']);
	return { id, name: textOf(picking?.name) };
}
