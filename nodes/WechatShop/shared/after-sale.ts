import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { OpenApiAccount } from '../../../lib/wechat-api/call';
import {
	afterSaleItem,
	type ShopAfterSale,
} from '../../../lib/wechat-shop/after-sales/after-sale-item';
import { getShopOrder } from '../../../lib/wechat-shop/orders/get-order';
import { callContext } from '../../shared/call-context';
import { textParameter } from '../../shared/parameter-text';
import { shopId } from './order-field';

/** Which after-sale. */
export const afterSaleField = (operation: string): INodeProperties => ({
	displayName: 'After-Sale ID',
	name: 'afterSaleId',
	type: 'string',
	default: '={{ $json.after_sale_id ?? $json.after_sale_order_id }}',
	required: true,
	displayOptions: { show: { resource: ['afterSale'], operation: [operation] } },
	description: 'Number of the after-sale in WeChat Shop (售后单号), as text',
});

/** @throws IntegrationError `SHOP_ID_INVALID` */
export const afterSaleIdOf = (context: IExecuteFunctions, index: number): string =>
	shopId(textParameter(context, 'afterSaleId', index), 'After-Sale ID');

/** An after-sale as an item, with the total of its order. */
export async function toAfterSaleItem(account: OpenApiAccount, afterSale: ShopAfterSale) {
	const order = await getShopOrder(account, String(afterSale.order_id ?? ''), callContext);
	const total = order.order_detail?.price_info?.order_price ?? 0;
	return afterSaleItem(afterSale, account.appid, total, callContext.now());
}
