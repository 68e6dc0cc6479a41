import { SHIPPING_CARRIERS } from '../carriers';
import type { ServerApiEndpoint } from '../endpoint';

/** The carriers of order shipping. */
export const getDeliveryList: ServerApiEndpoint = {
	method: 'POST',
	path: '/cgi-bin/express/delivery/open_msg/get_delivery_list',
	account: 'miniProgram',
	handle: () => ({ delivery_list: SHIPPING_CARRIERS, count: SHIPPING_CARRIERS.length }),
};
