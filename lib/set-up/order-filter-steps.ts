import { findByExternalId } from '../odoo/external-ids';
import type { SetupStep } from '../odoo/schema/setup-step';
import { ADMINISTRATOR } from '../odoo/rights';

/** A filter of sale orders. `domain` and `context` are Python literals, as Odoo stores them. */
interface OrderFilter {
	key: string;
	name: string;
	purpose: string;
	domain: string;
	context: string;
}

/** A shared filter under Favorites in the list of sale orders. */
function orderFilterStep({ key, name, purpose, domain, context }: OrderFilter): SetupStep {
	const externalId = `wechat_setup.filter_sale_order_${key}`;
	return {
		name: `Filter ${name}`,
		purpose,
		model: 'ir.filters',
		operation: 'create',
		right: ADMINISTRATOR,
		find: async (odoo) => (await findByExternalId(odoo, externalId)) !== undefined,
		externalId,
		values: { name, model_id: 'sale.order', domain, context },
	};
}

/** The filters of sale orders. Those for money use the fields of `moneyFieldSteps`. */
export const orderFilterSteps: SetupStep[] = [
	{
		key: 'wechat',
		name: 'WeChat Orders',
		purpose: 'Everyone finds the WeChat orders under Favorites in the list of sale orders.',
		domain: "[('source_id.name', '=', 'WeChat')]",
		context: '{}',
	},
	{
		key: 'wechat_not_received',
		name: 'WeChat Money Not Received',
		purpose: 'Everyone finds the orders whose money has not arrived under Favorites.',
		domain:
			"[('source_id.name', '=', 'WeChat'), ('state', 'in', ['sale', 'done']), ('x_wechat_money', '!=', 'received')]",
		context: "{'group_by': ['x_wechat_money']}",
	},
	{
		key: 'wechat_money',
		name: 'WeChat Orders by Money',
		purpose: 'Everyone finds the WeChat orders grouped by how far their money has come.',
		domain: "[('source_id.name', '=', 'WeChat')]",
		context: "{'group_by': ['x_wechat_money']}",
	},
	{
		key: 'campaigns',
		name: 'WeChat Campaigns',
		purpose:
			'Everyone finds the WeChat orders by campaign under Favorites, as a list and as a pivot.',
		domain: "[('source_id.name', '=', 'WeChat'), ('state', 'in', ['sale', 'done'])]",
		context:
			"{'group_by': ['campaign_id', 'medium_id'], 'pivot_row_groupby': ['campaign_id', 'medium_id'], 'pivot_column_groupby': ['date_order:day'], 'pivot_measures': ['__count', 'amount_total', 'x_wechat_received']}",
	},
].map(orderFilterStep);
