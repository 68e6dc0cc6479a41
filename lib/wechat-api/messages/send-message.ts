import type { HttpCallContext } from '../../core/http';
import { askWechatApi, type OpenApiAccount } from '../call';
import { apiRefusal } from '../answer';

/** A message of a template that the buyer has subscribed to (订阅消息), in WeChat's own fields. */
export interface SubscribeMessage {
	/** The buyer's openid. */
	touser: string;
	template_id: string;
	/** Opened by a tap, with its query; empty for none. */
	page: string;
	/** Text by key of the template, e.g. `thing1`. */
	data: Record<string, string>;
	miniprogram_state: 'developer' | 'trial' | 'formal';
	lang: string;
}

export type MessageOutcome =
	| { status: 'sent'; msgid?: string }
	/** The buyer has not subscribed, or has had as many messages as were allowed. */
	| { status: 'not_subscribed' };

const NOT_SUBSCRIBED = 43101;

/**
 * Sends one subscribe message (subscribe/send). WeChat has nothing that tells a repetition: after a
 * lost answer it is not sent again, rather once too little than twice.
 *
 * @throws IntegrationError WeChat's refusal, which names the key that it does not take
 */
export async function sendMessage(
	account: OpenApiAccount,
	{ page, data, ...message }: SubscribeMessage,
	context: HttpCallContext,
): Promise<MessageOutcome> {
	const values = Object.entries(data).map(([key, value]) => [key, { value }] as const);
	const body = { ...message, ...(page && { page }), data: Object.fromEntries(values) };
	const call = { path: '/cgi-bin/message/subscribe/send', body, repeatable: false };
	const answer = await askWechatApi(account, call, context);
	if (answer.errcode === NOT_SUBSCRIBED) return { status: 'not_subscribed' };
	if (answer.errcode !== 0) throw apiRefusal(answer);
	const { msgid } = answer.body;
	return { status: 'sent', ...(msgid ? { msgid: String(msgid) } : {}) };
}
