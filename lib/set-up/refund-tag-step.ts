import { searchRead } from '../odoo/records';
import { makeRecord } from '../odoo/schema/make-records';
import { SALES_ADMINISTRATOR, type SetupStep } from '../odoo/schema/setup-step';
import { REFUND_TAG } from '../orders/model/order-keys';

/** The tag of sale orders by which a person asks for a refund. Removing set-up keeps it: orders may have it. */
export const refundTagStep: SetupStep = {
	name: `Tag ${REFUND_TAG}`,
	purpose: 'A person asks for a refund of an order by adding this tag to it.',
	model: 'crm.tag',
	operation: 'create',
	right: SALES_ADMINISTRATOR,
	find: async (odoo) =>
		(await searchRead(odoo, 'crm.tag', [['name', '=', REFUND_TAG]], ['name'])).length > 0,
	make: async (odoo) =>
		await makeRecord(odoo, 'crm.tag', 'wechat_setup.tag_refund_requested', { name: REFUND_TAG }),
};
