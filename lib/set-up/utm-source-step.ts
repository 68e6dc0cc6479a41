import { searchRead } from '../odoo/records';
import { utmId } from '../orders/sale-order/order-fields';
import { SALES_ADMINISTRATOR, type SetupStep } from '../odoo/schema/setup-step';

/** The source that sales reports group WeChat orders by. Removing set-up keeps it: orders refer to it. */
export const utmSourceStep: SetupStep = {
	name: 'UTM source WeChat',
	purpose: 'Sales reports can be grouped by channel.',
	model: 'utm.source',
	operation: 'create',
	right: SALES_ADMINISTRATOR,
	find: async (odoo) =>
		(await searchRead(odoo, 'utm.source', [['name', '=', 'WeChat']], ['name'])).length > 0,
	make: async (odoo) => void (await utmId(odoo, 'utm.source', 'WeChat')),
};
