import { beijingDate } from '../../../lib/core/beijing-time';
import type { OpenApiAccount } from '../../../lib/wechat-api/call';
import type { DecodedRecipient } from '../../../lib/wechat-shop/orders/decode-recipient';
import { BoundedMap } from '../../../lib/core/memoize';

/** What this process has decoded of a shop within a day in Beijing. */
export interface DecodesOfDay {
	/** Order ids: an order counts once. */
	orders: Set<string>;
	/** Set once WeChat says that the quota of the day is used up. */
	refusal?: Exclude<DecodedRecipient, { recipient: unknown }>;
}

const days = new BoundedMap<string, DecodesOfDay>(20);

/** @param nowMs milliseconds since 1970 */
export const decodesToday = ({ baseUrl, appid }: OpenApiAccount, nowMs: number): DecodesOfDay =>
	days.getOrCreate(`${baseUrl} ${appid} ${beijingDate(nowMs)}`, () => ({ orders: new Set() }));
