import type { ServerApiEndpoint } from './endpoint';
import { sendMessage } from './messages/send-message';
import { shippingEndpoints } from './shipping/endpoints';
import { shopEndpoints } from './shop/endpoints';
import { getStableToken } from './tokens/stable-token';
import { getToken } from './tokens/token';

/** Every API of api.weixin.qq.com that the double speaks. A new one is a file in its folder and a line here or in the folder's list. */
const ENDPOINTS: ServerApiEndpoint[] = [
	getToken,
	getStableToken,
	...shippingEndpoints,
	...shopEndpoints,
	sendMessage,
];

export const findEndpoint = (path: string): ServerApiEndpoint | undefined =>
	ENDPOINTS.find((endpoint) => endpoint.path === path);
