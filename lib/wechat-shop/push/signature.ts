import { createHash, timingSafeEqual } from 'node:crypto';

import { IntegrationError } from '../../core/errors';
import { MESSAGE_PUSH, type PushAccount } from './account';

/** Parameters of the address that WeChat calls. */
export type PushQuery = Record<string, unknown>;

/** Most seconds that WeChat's clock may be ahead of ours. */
const AHEAD_S = 300;
/**
 * WeChat delivers an event again for 3 h 36 min, and no page says whether each delivery is signed at a time of
 * its own. What is older was recorded by somebody. A repetition inside this time only reads the order again.
 */
const BEHIND_S = 4 * 3600;

/**
 * SHA-1 of the sorted parts, as lowercase hexadecimal digits (WeChat message push).
 *
 * @param parts beside the token: timestamp, nonce, and the encrypted text if there is one
 */
export const pushSignature = (token: string, parts: readonly string[]): string =>
	createHash('sha1')
		.update([token, ...parts].sort(compareBytes).join(''))
		.digest('hex');

/**
 * Checks that WeChat made the request: `msg_signature` covers the encrypted text, `signature` only the time.
 *
 * @param encrypted undefined for the check of the address, which has no body
 * @param now Unix seconds
 * @throws IntegrationError `WECHAT_PUSH_SIGNATURE_MISSING`, `…_INVALID` or `WECHAT_PUSH_EXPIRED`
 */
export function verifyPush(
	{ token }: Pick<PushAccount, 'token'>,
	query: PushQuery,
	encrypted: string | undefined,
	now: number,
): void {
	const { timestamp, nonce, signature, msg_signature: bodySignature } = query;
	const needed = encrypted === undefined ? signature : bodySignature;
	// Fixed forms: the parts are signed without anything between them, so no digit may move to another part.
	if (!isText(timestamp, /^\d{10}$/) || !isText(nonce, /^[\w-]{1,64}$/)) throw missing();
	if (!isText(needed, /^[0-9a-f]{40}$/)) throw missing();
	const age = now - Number(timestamp);
	if (age > BEHIND_S || age < -AHEAD_S) throw expired();
	const isSigned = (given: unknown, parts: string[]) =>
		typeof given === 'string' && isEqual(given, pushSignature(token, [timestamp, nonce, ...parts]));
	if (encrypted !== undefined && !isSigned(bodySignature, [encrypted])) throw invalid();
	if (signature !== undefined && !isSigned(signature, [])) throw invalid();
}

/** UTF-16 order is that of the bytes: all parts are ASCII. */
const compareBytes = (one: string, other: string): number =>
	one < other ? -1 : Number(one > other);

const isText = (value: unknown, form: RegExp): value is string =>
	typeof value === 'string' && form.test(value);

function isEqual(given: string, wanted: string): boolean {
	const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
	return one.length === other.length && timingSafeEqual(one, other);
}

const missing = () =>
	new IntegrationError({
		code: 'WECHAT_PUSH_SIGNATURE_MISSING',
		message: 'The request has no valid timestamp, nonce and msg_signature in its address.',
		likelyCause:
			'Someone other than WeChat called the address, or a proxy removed the part after the question mark.',
		nextStep: 'If events are missing, let the proxy in front of n8n pass the query on unchanged.',
	});

const expired = () =>
	new IntegrationError({
		code: 'WECHAT_PUSH_EXPIRED',
		message: 'The request was signed too long ago, or later than now.',
		likelyCause:
			'The clock of the machine that runs n8n is wrong, or an old event was sent again by someone.',
		nextStep: 'Synchronize the clock of the machine (NTP).',
	});

const invalid = () =>
	new IntegrationError({
		code: 'WECHAT_PUSH_SIGNATURE_INVALID',
		message: 'The signature does not match the request.',
		likelyCause:
			'The Push Token in the credential is not the one of the Shop, or the request is a forgery.',
		nextStep: `Compare Push Token in the WeChat Shop API credential with Token (令牌) at ${MESSAGE_PUSH}.`,
	});
