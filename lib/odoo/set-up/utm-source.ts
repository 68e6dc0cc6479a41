import { searchRead } from '../records';
import { utmId } from '../paid-order/utm';
import { SALES_ADMINISTRATOR, type Piece } from './piece';

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
