import type { IWebhookFunctions } from 'n8n-workflow';

import { memoizeAsync, youngerThan } from '../../../lib/core/memoize';
import type { LinesFrom } from '../../../lib/wechat-pay/notification/items';
import { MAX_BODY_BYTES, receiveNotification } from '../../../lib/wechat-pay/receive-notification';
import type { Received } from '../../shared/receiving/arrival';
import type { NotificationSource } from '../../shared/receiving/receive-webhook';
import { wechatPayAccount, type OpenWechatPayAccount } from '../../shared/wechat-pay-account';
import { OUTPUTS, toArrival } from './to-arrival';

/** Reading and decrypting the credential takes a third of our part of a call; many calls arrive together. */
const accounts = memoizeAsync<OpenWechatPayAccount>(200);
const isCurrent = youngerThan(2_000);

/** Notifications of WeChat Pay. */
export const wechatPay: NotificationSource = {
	name: 'WeChat Pay Trigger',
	outputs: OUTPUTS.length,
	maxBodyBytes: MAX_BODY_BYTES,
	format: 'v3',
	receive,
};

async function receive(context: IWebhookFunctions, body: Buffer): Promise<Received> {
	const account = await accountOf(context);
	const headers = context.getHeaderData();
	const serial = headers['wechatpay-serial'];
	if (typeof serial === 'string') await account.keyRing.prepare(serial);
	const text = (name: string) => String(context.getNodeParameter(name, '')).trim();
	const recipient = {
		...account,
		...(text('appid') ? { appid: text('appid') } : {}),
		...(text('subMchid') ? { subMchid: text('subMchid') } : {}),
		linesFrom: context.getNodeParameter('linesFrom', 'attach') as LinesFrom,
		events: context.getNodeParameter('events', ['TRANSACTION.SUCCESS']) as string[],
	};
	const now = Math.floor(Date.now() / 1000);
	const received = receiveNotification(body, headers, recipient, now);
	if (received.kind === 'ignored' || received.kind === 'refused') {
		return { ...received, format: received.api };
	}
	return { kind: 'accepted', ...toArrival(received) };
}

async function accountOf(context: IWebhookFunctions): Promise<OpenWechatPayAccount> {
	const { id } = context.getNode().credentials?.wechatPayApi ?? {};
	const open = async () => wechatPayAccount(await context.getCredentials('wechatPayApi'));
	return id ? await accounts(id, open, isCurrent) : await open();
}
