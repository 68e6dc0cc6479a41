import type { IWebhookFunctions } from 'n8n-workflow';

import {
	answerCheck,
	MAX_PUSH_BYTES,
	receivePush,
} from '../../../lib/wechat-shop/push/receive-push';
import type { PushQuery } from '../../../lib/wechat-shop/push/signature';
import type { Received } from '../../shared/receiving/arrival';
import type { NotificationSource } from '../../shared/receiving/receive-webhook';
import { pushAccountOf } from './account';
import { isForwarded, receiveForwarded } from './forwarded';
import { OUTPUTS, toReceived } from './to-arrival';

const NAME = 'WeChat Shop Trigger';
const common = { name: NAME, outputs: OUTPUTS.length, maxBodyBytes: MAX_PUSH_BYTES } as const;

/** Events of a WeChat Shop, from WeChat or forwarded by the shop's backend. */
export const wechatShop: NotificationSource = { ...common, format: 'push', receive };

/** The check that WeChat makes when the address is saved in the shop's console. */
export const addressCheck: NotificationSource = { ...common, format: 'push', receive: check };

async function receive(context: IWebhookFunctions, body: Buffer): Promise<Received> {
	const account = await pushAccountOf(context);
	const events = context.getNodeParameter('events', []) as string[];
	const nowMs = Date.now();
	if (isForwarded(context.getHeaderData() as Record<string, unknown>)) {
		return await receiveForwarded(context, body, { appid: account.appid, events }, nowMs);
	}
	const now = Math.floor(nowMs / 1000);
	const read = receivePush(body, queryOf(context), { account, events }, now);
	return read.kind === 'refused' ? { ...read, format: 'push' } : toReceived(read);
}

async function check(context: IWebhookFunctions): Promise<Received> {
	const now = Math.floor(Date.now() / 1000);
	const checked = answerCheck(queryOf(context), await pushAccountOf(context), now);
	return checked.kind === 'refused' ? { ...checked, format: 'push' } : checked;
}

const queryOf = (context: IWebhookFunctions): PushQuery => context.getQueryData() as PushQuery;
