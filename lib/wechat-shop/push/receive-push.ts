import { IntegrationError } from '../../core/errors';
import { asObject, parseObject } from '../../core/json';
import type { PushAccount } from './account';
import { decryptPush } from './decrypt';
import { readShopEvent, type ShopEventRead } from './shop-event';
import { verifyPush, type PushQuery } from './signature';

/** Events name ids: real ones are smaller than a kilobyte. */
export const MAX_PUSH_BYTES = 64 * 1024;

/** @property status of the HTTP answer: 4xx blames the sender, 500 our own configuration, so that WeChat tries again */
export type Refusal = { kind: 'refused'; status: number; error: IntegrationError };

/** @throws whatever is no error of this package */
export function refusal(error: unknown, status: number): Refusal {
	if (error instanceof IntegrationError) return { kind: 'refused', status, error };
	throw error;
}

/**
 * Reads a push, from its bytes to an event: size, then the signature over the encrypted text, and only then
 * decryption and its content. Nothing that a caller can send makes it throw.
 *
 * @param query parameters of the address
 * @param events names of the events that start the workflow
 * @param now Unix seconds
 */
export function receivePush(
	body: Buffer,
	query: PushQuery,
	{ account, events }: { account: PushAccount; events: readonly string[] },
	now: number,
): ShopEventRead | Refusal {
	let status = 413;
	try {
		if (body.length > MAX_PUSH_BYTES) throw tooLarge();
		status = 400;
		// The signature covers a text inside the JSON, so this outer layer comes first.
		const { Encrypt: encrypted, ToUserName: to } = parseObject(body) ?? {};
		if (typeof encrypted !== 'string' || encrypted === '') throw notEncrypted();
		status = 401;
		verifyPush(account, query, encrypted, now);
		status = 500;
		const message = asObject(parseObject(decryptPush(encrypted, account)));
		if (!message) throw notJson();
		// The name outside is not signed: it counts for nothing unless it is the one inside.
		status = 400;
		if (message['ToUserName'] !== to) throw otherRecipient();
		status = 500;
		return readShopEvent(message, { appid: account.appid, events });
	} catch (error) {
		return refusal(error, status);
	}
}

/**
 * Answers the check that WeChat makes when the address is saved.
 *
 * @returns the text to answer with
 */
export function answerCheck(
	query: PushQuery,
	account: PushAccount,
	now: number,
): { kind: 'answer'; text: string } | Refusal {
	try {
		verifyPush(account, query, undefined, now);
		const { echostr } = query;
		if (typeof echostr === 'string' && /^[\w+/=-]{1,256}$/.test(echostr)) {
			return { kind: 'answer', text: echostr };
		}
		throw notEncrypted();
	} catch (error) {
		return refusal(error, 401);
	}
}

const tooLarge = () =>
	new IntegrationError({
		code: 'WECHAT_BODY_TOO_LARGE',
		message: `The body is larger than ${MAX_PUSH_BYTES} bytes.`,
		likelyCause: 'Someone other than WeChat called the address.',
		nextStep: 'Nothing, unless events are missing.',
	});

const notEncrypted = () =>
	new IntegrationError({
		code: 'WECHAT_PUSH_NOT_ENCRYPTED',
		message: 'The request is not JSON with an encrypted message.',
		likelyCause:
			'Someone other than WeChat called the address, or it was entered for an account that sends plain text or XML. A WeChat Shop only sends encrypted JSON.',
		nextStep: 'Enter the address in the message push of the WeChat Shop only.',
	});

const notJson = () =>
	new IntegrationError({
		code: 'WECHAT_PUSH_NOT_JSON',
		message: 'The decrypted message is not a JSON object.',
		likelyCause: 'The data format of the message push is XML.',
		nextStep: 'Choose JSON as the data format (数据格式) of the message push.',
	});

const otherRecipient = () =>
	new IntegrationError({
		code: 'WECHAT_PUSH_OTHER_RECIPIENT',
		message: 'The request and its encrypted message name different recipients.',
		likelyCause: 'The request was changed on its way.',
		nextStep: 'Let the proxy in front of n8n pass bodies on unchanged.',
	});
