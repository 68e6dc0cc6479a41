import type { Api } from './api';
import { makeAskedRefund } from './make-asked-refund';
import { askedRefund } from './refund-request';

/** Asks for a refund. A 200 means accepted, not paid out. */
export const createRefund: Api = {
	method: 'POST',
	path: '/v3/refund/domestic/refunds',
	handle: (request, wechat) => ({
		status: 200,
		body: makeAskedRefund(askedRefund(request), wechat, 'direct').refund,
	}),
};
