import { SHOP_CARRIERS } from '../carriers';
import type { ServerApiEndpoint } from '../endpoint';
import {
	acceptAfterSale,
	getAfterSale,
	listAfterSales,
	rejectAfterSale,
	rejectReasons,
} from './after-sales';
import { decodeRecipient, updateNote } from './decode';
import { getFlow, listFlows, listOrderFlow } from './funds';
import { getOrder, listOrders } from './orders';
import { getProduct, listProducts } from './products';
import { changeDelivery, sendDelivery } from './shipping';
import { getStock, getStocks, updateStock } from './stock';

const post = (name: string, handle: ServerApiEndpoint['handle']): ServerApiEndpoint => ({
	method: 'POST',
	path: `/channels/ec/${name}`,
	account: 'shop',
	handle,
});

/** WeChat Shop. */
export const shopEndpoints: ServerApiEndpoint[] = [
	post('product/list/get', listProducts),
	post('product/get', getProduct),
	post('product/stock/get', getStock),
	post('product/stock/batchget', getStocks),
	post('product/stock/update', updateStock),
	post('order/list/get', listOrders),
	post('order/get', getOrder),
	post('order/merchantnotes/update', updateNote),
	post('order/sensitiveinfo/decode', decodeRecipient),
	post('order/delivery/send', sendDelivery),
	post('order/deliveryinfo/update', changeDelivery),
	post('aftersale/getaftersalelist', listAfterSales),
	post('aftersale/getaftersaleorder', getAfterSale),
	post('aftersale/acceptapply', acceptAfterSale),
	post('aftersale/rejectapply', rejectAfterSale),
	post('aftersale/rejectreason/get', rejectReasons),
	post('funds/getfundsflowlist', listFlows),
	post('funds/getfundsflowdetail', getFlow),
	post('funds/listorderflow', listOrderFlow),
	post('order/deliverycompanylist/new/get', () => ({ company_list: SHOP_CARRIERS })),
];
