import type { IWebhookFunctions } from 'n8n-workflow';

import { memoizeAsync, youngerThan } from '../../../lib/core/memoize';
import type { LinesFrom } from '../../../lib/wechat-pay/notification/items';
import { MAX_BODY_BYTES, receiveNotification } from '../../../lib/wechat-pay/receive-notification';
import type { Received, Arrival, ArrivalPart } from '../../shared/receiving/arrival';
import type { NotificationSource } from '../../shared/receiving/receive-webhook';
import { wechatPayAccount, type OpenWechatPayAccount } from '../../shared/wechat-pay-account';
import type { IntegrationError } from '../../../lib/core/errors';
import type {
	AcceptedNotification,
	ReceivedItem,
} from '../../../lib/wechat-pay/notification/notification';
import { itemIdentity } from '../../shared/notification-answers';

/** Reading and decrypting the credential takes a third of our part of a call; many calls arrive together. */
const accounts = memoizeAsync<OpenWechatPayAccount>(200);
const isCurrent = youngerThan(2_000);

/** The outputs of the trigger, by what they are for. A refund never takes the way of a payment. */
export const OUTPUTS = ['payment', 'refund', 'complaint'] as const satisfies Array<
	AcceptedNotification['kind']
>;

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

/**
 * Converts a notification of WeChat Pay into the arrival that all triggers share. A combined order with a part that could not be
 * read is never acknowledged as a whole: WeChat sends it again.
 *
 * @returns also n8n's log lines, and what could not be read
 */
export function toArrival(notification: AcceptedNotification): {
	arrival: Arrival;
	log: string[];
	problems: IntegrationError[];
} {
	const items = notification.items as ReceivedItem[];
	const parts = items.map((item) => ({
		identity: itemIdentity(item),
		json: item as unknown as ArrivalPart['json'],
	}));
	const problems = notification.kind === 'payment' ? notification.problems : [];
	const [problem] = problems;
	return {
		arrival: {
			identity: parts.map(({ identity }) => identity).join(', '),
			output: OUTPUTS.indexOf(notification.kind),
			parts,
			format: notification.api,
			...(problem && { refusal: problem.code }),
		},
		log: items.map(toLogLine),
		problems,
	};
}

/** The shop's order number connects this line with the order in Odoo. */
function toLogLine({ notification, ...item }: ReceivedItem): string {
	const number = 'complaint_id' in item ? item.complaint_id : item.out_trade_no;
	return `${notification.event_type} of ${number}`;
}
