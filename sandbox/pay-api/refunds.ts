import type { Refund } from '../refunds/refund';
import type { WeChat } from '../platform/wechat';
import type { App } from '../server/app';
import { WeChatError } from './errors';
import { makeAskedRefund } from './make-asked-refund';
import { askedRefund } from './refund-request';
import { jsonBody } from './request';

/** Refunds of domestic payments. A 200 means accepted, not paid out. */
export function addRefunds(api: App, wechat: WeChat): void {
	api.post('/v3/refund/domestic/refunds', async (call) => {
		const asked = askedRefund(await jsonBody(call));
		return call.json(makeAskedRefund(asked, wechat, 'direct').refund);
	});
	api.get('/v3/refund/domestic/refunds/:number', (call) =>
		call.json(foundRefund(wechat.refunds.withOutRefundNo(call.req.param('number')))),
	);
}

export function foundRefund(refund: Refund | undefined): Refund {
	if (refund) return refund;
	throw new WeChatError(404, 'RESOURCE_NOT_EXISTS', '退款单不存在', undefined, '268512771');
}
