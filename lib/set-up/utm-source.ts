import { searchRead } from '../odoo/records';
import { utmId } from '../orders/sale-order/utm';
import { SALES_ADMINISTRATOR, type Piece } from '../odoo/schema/setup-step';

/** What sales reports count WeChat's orders by. Stays when set-up is removed: orders carry it. */
export const utmSourcePiece: Piece = {
	name: 'UTM source WeChat',
	purpose: 'Sales reports can be grouped by channel.',
	model: 'utm.source',
	operation: 'create',
	right: SALES_ADMINISTRATOR,
	find: async (odoo) =>
		(await searchRead(odoo, 'utm.source', [['name', '=', 'WeChat']], ['name'])).length > 0,
	make: async (odoo) => void (await utmId(odoo, 'utm.source', 'WeChat')),
};
