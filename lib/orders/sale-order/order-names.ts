import type { OdooClient } from '../../odoo/client';
import { externalIdsOf } from '../../odoo/external-ids';
import { holdExpiry, isShopOrigin, numberInOrigin, recordedOrders } from '../model/order-keys';
import { wechatFields } from './order-fields';
import { ownOrders } from './own-orders';
import {
	idOf,
	searchRead,
	textOf,
	type Domain,
	type OdooRow,
	externalIdPart,
} from '../../odoo/records';

/** Names and ids of a recorded order and its payment. */
export interface OrderNames {
	sale_order_id: number;
	/** Order number, e.g. `S00042`. */
	name: string;
	transaction_id: string;
	out_trade_no: string;
	/** Only if set-up has added its fields to sale orders; empty for an order of a WeChat Shop. */
	mchid?: string;
	/** Of an order of a WeChat Shop. */
	shop_appid?: string;
	shop_order_id?: string;
	openid?: string;
}

/** Names of paid orders by database id. Other orders, copies and unpaid holds are left out. */
export async function orderNames(
	odoo: OdooClient,
	ids: number[],
): Promise<Map<number, OrderNames>> {
	const added = await wechatFields(odoo);
	const fields = ['name', 'client_order_ref', 'origin', 'partner_id', ...added];
	const domain: Domain = [['id', 'in', ids], ...recordedOrders()];
	const rows = await searchRead(odoo, 'sale.order', domain, fields, { archived: true });
	const paid = rows.filter((row) => holdExpiry(textOf(row.client_order_ref)) === undefined);
	const orders = await ownOrders(odoo, paid);
	const shops = await shopsOf(odoo, orders);
	const buyers = orders.map((order) => idOf(order.partner_id) ?? 0);
	const references = await buyerReferences(odoo, buyers);
	return new Map(
		orders.map((order) => {
			const transaction_id = textOf(order.client_order_ref);
			const mchid = textOf(order.x_wechat_mchid);
			const reference = references.get(idOf(order.partner_id) ?? 0) ?? '';
			// The reference of an unknown buyer is the payment, not an OpenID.
			const unknown = reference.endsWith(`_${externalIdPart(transaction_id)}`);
			const names: OrderNames = {
				sale_order_id: order.id,
				name: textOf(order.name),
				transaction_id,
				out_trade_no: textOf(order.x_wechat_out_trade_no) || shopNumber(textOf(order.origin)),
				...(mchid && { mchid }),
				...shopNames(shops.get(order.id), transaction_id),
				...(reference && !unknown && { openid: reference }),
			};
			return [order.id, names];
		}),
	);
}

/** A person may have added the number of another document after that of the shop. */
const shopNumber = (origin: string): string => numberInOrigin(origin).split(/[\s,]/)[0] ?? '';

const shopNames = (appid: string | undefined, shop_order_id: string) =>
	appid === undefined ? {} : { mchid: '', shop_appid: appid, shop_order_id };

/** AppIDs of the shops of those orders that were bought in a WeChat Shop. */
async function shopsOf(odoo: OdooClient, orders: OdooRow[]): Promise<Map<number, string>> {
	const ofShops = orders.filter(({ origin }) => isShopOrigin(textOf(origin)));
	if (ofShops.length === 0) return new Map();
	const ids = ofShops.map(({ id }) => id);
	const named = await externalIdsOf(odoo, 'sale.order', ids);
	return new Map(
		[...named].flatMap(([id, names]) => {
			const [appid] = names.flatMap((name) => shopOfExternalId(name) ?? []);
			return appid === undefined ? [] : [[id, appid] as const];
		}),
	);
}

async function buyerReferences(odoo: OdooClient, ids: number[]): Promise<Map<number, string>> {
	const domain: Domain = [['id', 'in', ids]];
	const rows = await searchRead(odoo, 'res.partner', domain, ['ref'], { archived: true });
	return new Map(rows.map((row) => [row.id, textOf(row.ref)]));
}

/** The shop in the external id of one of its orders; undefined for another external id. */
export const shopOfExternalId = (externalId: string): string | undefined =>
	/^wechat_pay\.(\w+)_\d+$/.exec(externalId)?.[1];
