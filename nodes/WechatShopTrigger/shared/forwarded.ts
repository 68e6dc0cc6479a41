import type { IWebhookFunctions } from 'n8n-workflow';

import { IntegrationError } from '../../../lib/core/errors';
import { acceptedIds, verifyRequest } from '../../../lib/shop-backend/verify-request';
import { refusal } from '../../../lib/wechat-shop/push/receive-push';
import { readShopEvent } from '../../../lib/wechat-shop/push/shop-event';
import type { Received } from '../../shared/receiving/arrival';
import { shopBackendFrom } from '../../shared/shop-backend';
import { toReceived } from './to-arrival';

/** Type of a call that forwards an event (docs/shop-backend.md). */
export const FORWARDED = 'shop.event';

const accepted = acceptedIds();

/** Whether the shop's backend has sent a request, and not WeChat. */
export const isForwarded = (headers: Record<string, unknown>): boolean =>
	headers['webhook-signature'] !== undefined;

/** Reads an event that the shop's backend has decrypted, passed on and signed. */
export async function receiveForwarded(
	context: IWebhookFunctions,
	body: Buffer,
	recipient: { appid: string; events: readonly string[] },
	nowMs: number,
): Promise<Received> {
	let status = 500;
	try {
		if (context.getNodeParameter('forwarded', false) !== true) {
			status = 403;
			throw notWanted();
		}
		const { secret } = shopBackendFrom(await context.getCredentials('shopBackendApi'));
		status = 401;
		const headers = context.getHeaderData() as Record<string, unknown>;
		const { type, data } = verifyRequest(secret, headers, body, nowMs, accepted);
		if (type !== FORWARDED) return { kind: 'ignored', event_type: type, format: 'push' };
		status = 400;
		return toReceived(readShopEvent(data, recipient));
	} catch (error) {
		const refused = refusal(error, status);
		const own = OWN_STATUS[refused.error.code];
		return { ...refused, status: own ?? status, format: 'push' };
	}
}

const OWN_STATUS: Record<string, number | undefined> = {
	SHOP_SECRET_INVALID: 500,
	SHOP_REQUEST_UNREADABLE: 400,
	SHOP_REQUEST_REPEATED: 409,
};

const notWanted = () =>
	new IntegrationError({
		code: 'SHOP_FORWARDING_OFF',
		message: 'A backend forwarded an event, but this trigger accepts events of WeChat only.',
		likelyCause: 'Accept Forwarded Events is off in the node.',
		nextStep: 'Turn it on and choose the Shop Backend API credential, or stop the backend.',
	});
