import { orderFilter } from './order-filter';
import type { Piece } from '../odoo/schema/setup-step';

/** Filters over the three amounts. They name fields that `moneyFieldPieces` make. */
export const moneyFilterPieces: Piece[] = [
	orderFilter({
		key: 'wechat_not_received',
		name: 'WeChat Money Not Received',
		purpose: 'Everybody finds the orders whose money has not come in under Favorites.',
		domain:
			"[('source_id.name', '=', 'WeChat'), ('state', 'in', ['sale', 'done']), ('x_wechat_money', '!=', 'received')]",
		context: "{'group_by': ['x_wechat_money']}",
	}),
	orderFilter({
		key: 'wechat_money',
		name: 'WeChat Orders by Money',
		purpose: 'Everybody finds the orders of WeChat grouped by how far their money has come.',
		domain: "[('source_id.name', '=', 'WeChat')]",
		context: "{'group_by': ['x_wechat_money']}",
	}),
];
