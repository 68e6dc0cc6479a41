import { isBefore } from '../../../tools/services/odoo-versions';
import type { Shop } from './shop';

interface Warehouse {
	lot_stock_id: [number, string];
}

type Place = Pick<Shop, 'admin' | 'server'>;

/** Where the first warehouse keeps its stock. */
export async function stockLocation({ admin }: Place): Promise<number> {
	const first = { fields: ['lot_stock_id'], limit: 1, order: 'id' };
	const [warehouse] = await admin.call<Warehouse[]>('stock.warehouse', 'search_read', [[]], first);
	return warehouse?.lot_stock_id[0] ?? 0;
}

/**
 * Goods come in from a vendor: stock moves of Odoo's own, all in one transaction, which stays open for
 * some seconds afterwards.
 */
export async function receive(
	shop: Place,
	pieces: Array<[product: number, quantity: number]>,
	openSeconds = 0,
): Promise<void> {
	const { admin, server } = shop;
	const first = async (model: string, field: string, value: string) =>
		(await admin.call<number[]>(model, 'search', [[[field, '=', value]]], { limit: 1 }))[0];
	const vendor = await first('stock.location', 'usage', 'supplier');
	const own = await stockLocation(shop);
	const named = isBefore(server.version, '19') ? ", 'name': 'in'" : '';
	const done = isBefore(server.version, '17')
		? "{'quantity_done': pieces}"
		: "{'quantity': pieces, 'picked': True}";
	const code = [
		`for product_id, pieces in ${JSON.stringify(pieces)}:`,
		"  product = env['product.product'].browse(product_id)",
		"  move = env['stock.move'].create({",
		"    'product_id': product.id, 'product_uom': product.uom_id.id, 'product_uom_qty': pieces,",
		`    'location_id': ${vendor}, 'location_dest_id': ${own}${named}})`,
		'  move._action_confirm()',
		`  move.write(${done})`,
		'  move._action_done()',
		`env.cr.execute('SELECT pg_sleep(${openSeconds})')`,
	].join('\n');
	const model_id = await first('ir.model', 'model', 'stock.move');
	const action = { name: 'Receive', model_id, state: 'code', code };
	const id = await admin.call<number>('ir.actions.server', 'create', [action]);
	await admin.call('ir.actions.server', 'run', [[id]]);
}
