import { findByExternalId } from '../odoo/external-ids';
import { ADMINISTRATOR } from '../odoo/rights';
import type { Piece } from '../odoo/schema/setup-step';

/** What a filter of sale orders is made of. `domain` and `context` are Python literals, as Odoo keeps them. */
export interface OrderFilter {
	key: string;
	name: string;
	purpose: string;
	domain: string;
	context: string;
}

/** A filter that everybody finds under Filters → Favorites in the list of sale orders. */
export function orderFilter({ key, name, purpose, domain, context }: OrderFilter): Piece {
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

export const orderFilterPiece: Piece = orderFilter({
	key: 'wechat',
	name: 'WeChat Orders',
	purpose: 'Everybody finds the orders of WeChat under Favorites in the list of sale orders.',
	domain: "[('source_id.name', '=', 'WeChat')]",
	context: '{}',
});
