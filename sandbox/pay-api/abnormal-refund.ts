import type { JsonObject } from '../core/json';
import { openOaep } from '../keys/open-field';
import { keyWithId } from '../keys/platform-signature';
import type { WeChat } from '../platform/wechat';
import { settle, type Refund } from '../refunds/refund';
import { paramError, WeChatError } from './errors';

/**
 * Pays an abnormal refund to a card of the buyer or of the merchant: it is under way again.
 *
 * @param serial of WeChat's key that the card is encrypted with
 * @throws WeChatError for a refund that is not abnormal, and a card that WeChat cannot read
 */
export function payAbnormal(
	refund: Refund,
	body: JsonObject,
	serial: string | undefined,
	wechat: WeChat,
): void {
	if (body.out_refund_no !== refund.out_refund_no || body.sub_mchid !== refund.sub_mchid) {
		throw paramError('out_refund_no', '', 'out_refund_no is that of another refund', 'body');
	}
	if (refund.status !== 'ABNORMAL')
		throw new WeChatError(400, 'INVALID_REQUEST', '退款单状态不正确');
	if (body.type === 'USER_BANK_CARD') {
		if (!/^[A-Z]+_DEBIT$/.test(String(body.bank_type))) {
			throw paramError('bank_type', String(body.bank_type), 'bank_type is a bank', 'body');
		}
		const card = opened(body.bank_account, serial, wechat);
		const name = opened(body.real_name, serial, wechat);
		refund.user_received_account = `${String(body.bank_type)}${card.slice(-4)} ${name}`;
	} else if (body.type !== 'MERCHANT_BANK_CARD') {
		throw paramError('type', String(body.type), 'type is a card', 'body');
	}
	settle(refund, 'PROCESSING', wechat.now());
}

function opened(value: unknown, serial: string | undefined, wechat: WeChat): string {
	const key = keyWithId(wechat, serial ?? '');
	if (!key) throw new WeChatError(400, 'PARAM_ERROR', 'Wechatpay-Serial不正确');
	try {
		return openOaep(key.privateKey, String(value));
	} catch {
		throw new WeChatError(400, 'PARAM_ERROR', '敏感信息解密失败');
	}
}
