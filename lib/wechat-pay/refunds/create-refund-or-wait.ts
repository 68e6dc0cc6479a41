import type { HttpCallContext } from '../../core/http';
import type { JsonObject } from '../../core/json';
import type { OrderKey } from '../api/endpoints';
import type { WechatPayAccount } from '../keys/account';
import { createRefund } from './refund';
import { isNotFunded } from './refund-errors';
import type { RefundOrder } from './refund-request';
import { unknownRefunds } from './unknown-refunds';
import { nextAttempt, type WaitingRefund } from './waiting-refund';

/**
 * `createRefund`, where too little money at this moment is an answer and no error, until it is time to give up, and so are
 * refunds of the order that the caller does not know of.
 *
 * @param before `waiting` of the attempt before, if there was one
 * @throws IntegrationError as `createRefund`
 */
export async function createRefundOrWait(
	account: WechatPayAccount,
	key: OrderKey,
	asked: RefundOrder,
	before: unknown,
	context: HttpCallContext,
): Promise<{ refund: JsonObject } | { waiting: WaitingRefund } | { unknown: JsonObject[] }> {
	const unknown = await unknownRefunds(account, key, asked, context);
	if (unknown) return { unknown };
	try {
		return { refund: await createRefund(account, key, asked, context) };
	} catch (error) {
		const waiting = isNotFunded(error) ? nextAttempt(before, context.now()) : undefined;
		if (!waiting) throw error;
		return { waiting };
	}
}
