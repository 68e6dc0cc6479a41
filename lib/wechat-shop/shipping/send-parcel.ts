import { IntegrationError } from '../../core/errors';
import type { HttpCallContext } from '../../core/http';
import { apiRefusal } from '../../wechat-api/answer';
import { askWechatApi, type OpenApiAccount } from '../../wechat-api/call';
import { getShopOrder } from '../orders/get-order';
import { planParcel, type ParcelProduct, type ParcelToSend } from './plan-parcel';

/** How it went; becomes the item's `shipping`. */
export interface ParcelOutcome {
	status: 'shipped' | 'unchanged' | 'would_ship' | 'needs_review';
	delivery_id?: string;
	waybill_id?: string;
	products?: ParcelProduct[];
	/** Why a person is needed. */
	message?: string;
}

/** Codes by which WeChat keeps an order from being shipped: a person decides. */
const HELD: Record<number, string | undefined> = {
	101100: 'The status of the order does not allow shipping.',
	108009: 'A product of the order is in after-sales.',
	109000: 'A product is not of this order, or more of it is sent than is left.',
	109001: 'All of the order is shipped already.',
	109205: 'The order has an electronic waybill: ship it with that one.',
	606034: 'The order goes through quality inspection.',
	606046: 'The order must be shipped with an electronic waybill.',
	606049: 'WeChat marks the order as a risk: do not ship it.',
	10020115: 'The buyer asks for another delivery address.',
	10020276: 'The buyer asks for another SKU.',
};

/** Attempts: relative to a lost answer, the order is read again before anything is sent again. */
const ATTEMPTS = 3;
const PAUSE_MS = 3_000;

/**
 * Ships a parcel once, however often it is called: WeChat has no key against repetitions, so the order is
 * read first, and again after a lost answer.
 *
 * @throws IntegrationError WeChat's refusal, or `WECHAT_API_…` where its answers stay lost
 */
export async function sendParcel(
	account: OpenApiAccount,
	orderId: string,
	parcel: ParcelToSend,
	dryRun: boolean,
	context: HttpCallContext,
): Promise<ParcelOutcome> {
	const { delivery_id, waybill_id } = parcel;
	const named = { delivery_id, waybill_id };
	let sent = false;
	for (let attempt = 1; ; attempt++) {
		const plan = planParcel(await getShopOrder(account, orderId, context), parcel);
		if ('known' in plan) return { status: sent ? 'shipped' : 'unchanged', ...named };
		if ('problem' in plan) return { status: 'needs_review', message: plan.problem, ...named };
		const { products } = plan;
		if (dryRun) return { status: 'would_ship', ...named, products };
		const delivery = { deliver_type: 1, ...named, product_infos: products };
		const body = { order_id: orderId, delivery_list: [delivery] };
		const call = { path: '/channels/ec/order/delivery/send', body, repeatable: false };
		try {
			const answer = await askWechatApi(account, call, context);
			if (answer.errcode === 0) return { status: 'shipped', ...named, products };
			const message = HELD[answer.errcode];
			if (message) return { status: 'needs_review', message, ...named };
			throw apiRefusal(answer);
		} catch (error) {
			if (!(error instanceof IntegrationError && error.ambiguous) || attempt === ATTEMPTS)
				throw error;
			sent = true;
			await context.sleep(PAUSE_MS * attempt);
		}
	}
}
