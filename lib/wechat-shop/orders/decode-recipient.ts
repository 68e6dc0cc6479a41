import type { HttpCallContext } from '../../core/http';
import type { RecipientItem } from '../../orders/model/order-details';
import { apiRefusal } from '../../wechat-api/answer';
import { askWechatApi, type OpenApiAccount } from '../../wechat-api/call';
import type { ShopAddress } from './shop-order';
import { shopRecipient } from './shop-recipient';

/** The recipient in clear, or why WeChat keeps it. */
export type DecodedRecipient =
	| { recipient: RecipientItem }
	| { status: 'quota_used_up' | 'not_allowed'; message: string };

const QUOTA = 10020123;
const NOT_ALLOWED: Record<number, string | undefined> = {
	10020124: 'The order is not paid.',
	10020248: 'Recipients of gifts stay hidden.',
	10020501: 'WeChat keeps this recipient private.',
	10020502:
		"WeChat's rules do not allow it: ship with an electronic waybill (电子面单), which needs no decoding.",
	10020503: 'The status of the order does not allow it.',
	10020506: 'Orders that go through quality inspection stay hidden.',
};

/**
 * Decodes the recipient of an order. WeChat allows a few orders a day (about 30 to begin with); the same
 * order counts once.
 *
 * @throws IntegrationError for other refusals
 */
export async function decodeRecipient(
	account: OpenApiAccount,
	orderId: string,
	context: HttpCallContext,
): Promise<DecodedRecipient> {
	const path = '/channels/ec/order/sensitiveinfo/decode';
	const call = { path, body: { order_id: orderId }, repeatable: true };
	const answer = await askWechatApi(account, call, context);
	if (answer.errcode === QUOTA) {
		return {
			status: 'quota_used_up',
			message:
				'The orders that WeChat decodes a day are used up until midnight in Beijing. Ask for more at store.weixin.qq.com → Orders (订单管理).',
		};
	}
	const reason = NOT_ALLOWED[answer.errcode];
	if (reason) return { status: 'not_allowed', message: reason };
	if (answer.errcode !== 0) throw apiRefusal(answer);
	const { address_info, virtual_number_info } = answer.body as {
		address_info?: ShopAddress;
		virtual_number_info?: { virtual_number?: string; extension?: string; expiration?: number };
	};
	const { virtual_number: number, extension, expiration } = virtual_number_info ?? {};
	const virtual = number && {
		virtual_tel_number: extension ? `${number}-${extension}` : number,
		...(expiration && { virtual_tel_expire_time: expiration }),
	};
	const recipient = shopRecipient({
		...address_info,
		...(virtual && { tel_number_ext_info: virtual }),
	});
	return { recipient: recipient ?? {} };
}
