import { findByExternalId } from '../external-ids';
import { ADMINISTRATOR, type Piece } from './piece';
import { makeRecord, removeRecord } from './record-piece';

const EXTERNAL_ID = 'wechat_setup.filter_sale_order_wechat';

/** A filter that everybody finds under Filters → Favorites in the list of sale orders. */
export const orderFilterPiece: Piece = {
	name: 'Filter WeChat Orders',
	purpose: 'Everybody finds the orders of WeChat under Favorites in the list of sale orders.',
	model: 'ir.filters',
	operation: 'create',
	right: ADMINISTRATOR,
	find: async (odoo) => (await findByExternalId(odoo, EXTERNAL_ID)) !== undefined,
	make: async (odoo) =>
		await makeRecord(odoo, 'ir.filters', EXTERNAL_ID, {
			name: 'WeChat Orders',
			model_id: 'sale.order',
			domain: "[('source_id.name', '=', 'WeChat')]",
			context: '{}',
		}),
	remove: async (odoo) => await removeRecord(odoo, EXTERNAL_ID),
};
