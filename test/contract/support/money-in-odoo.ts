import type { IDataObject } from 'n8n-workflow';

import { LEDGER_MODEL } from '../../../lib/settlement/odoo/ledger-model';
import type { Payment } from '../../../sandbox';
import type { SettledShop } from './settled-shop';

/** What an administrator sees of the money in Odoo. */
export function moneyInOdoo(shop: () => SettledShop) {
	return {
		entries: async (...domain: unknown[][]) =>
			await shop().shop.admin.call<Array<IDataObject & { id: number }>>(
				LEDGER_MODEL.model,
				'search_read',
				[
					domain,
					['x_key', 'x_amount', 'x_leg', 'x_currency_id', 'x_document', 'x_order_id', 'x_payout'],
				],
			),
		orderRow: async ({ transaction_id }: Payment) => {
			const fields = ['name', 'partner_shipping_id'];
			const domain = [['client_order_ref', '=', transaction_id]];
			const [order] = await shop().shop.admin.call<
				Array<{ id: number; name: string; partner_shipping_id: [number, string] }>
			>('sale.order', 'search_read', [domain, fields]);
			return order;
		},
		orderOf: async ({ transaction_id }: Payment) => {
			const [order] = await shop().shop.admin.call<IDataObject[]>('sale.order', 'search_read', [
				[['client_order_ref', '=', transaction_id]],
				[
					...['x_wechat_money', 'x_wechat_paid', 'x_wechat_settled'],
					...['x_wechat_settled_currency', 'x_wechat_received'],
				],
			]);
			return order;
		},
	};
}

/** In the smallest unit. */
export const sum = (rows: IDataObject[]): number =>
	Math.round(rows.reduce((all, row) => all + Number(row.x_amount) * 100, 0));
