import { SHOP_CARRIERS } from '../carriers';
import { shopEndpoint } from './shop-endpoint';

/** The carriers of the Shop, with ids of their own. */
export const getShopCarriers = shopEndpoint('order/deliverycompanylist/new/get', () => ({
	company_list: SHOP_CARRIERS,
}));
