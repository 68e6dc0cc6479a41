import { decodeRecipient } from '../../../../lib/wechat-shop/orders/decode-recipient';
import { callContext } from '../../../shared/call-context';
import { runPerItem } from '../../../shared/run-per-item';
import { accountOf } from '../../shared/account';
import { decodesToday } from '../../shared/decodes';
import { orderField, orderIdOf } from '../../shared/order-field';

export const description = [orderField({ resource: ['order'], operation: ['decode'] })];

const HIDDEN = 1;

/** Adds the recipient in clear to each item. Once WeChat says that the quota is used up, it is not asked again that day. */
export const execute = runPerItem(async (context, index, { json }) => {
	const account = await accountOf(context);
	const orderId = orderIdOf(context, index);
	const today = decodesToday(account, callContext.now());
	const known = today.refusal;
	const decoded = known ?? (await decodeRecipient(account, orderId, callContext));
	if ('recipient' in decoded) {
		today.orders.add(orderId);
		const decode = { status: 'decoded', decoded_today: today.orders.size };
		return { json: { ...json, recipient: decoded.recipient, decode } };
	}
	if (decoded.status === 'quota_used_up') today.refusal = decoded;
	const decode = { ...decoded, decoded_today: today.orders.size };
	return { json: { ...json, decode }, output: HIDDEN };
});
