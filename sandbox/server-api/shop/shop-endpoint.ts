import type { ServerApiEndpoint } from '../endpoint';

/** An API of the WeChat Shop. */
export const shopEndpoint = (
	name: string,
	handle: ServerApiEndpoint['handle'],
): ServerApiEndpoint => ({
	method: 'POST',
	path: `/channels/ec/${name}`,
	account: 'shop',
	handle,
});
