import { createHmac, timingSafeEqual } from 'node:crypto';

import { IntegrationError } from '../core/errors';
import { asObject, parseObject, type JsonObject } from '../core/json';
import { safeCode } from '../core/outside-text';
import { secretBytes } from './sign';
import { BoundedMap } from '../core/memoize';

/** A request of the shop's backend that was proved to come from it. */
export interface ShopRequest {
	/** The `webhook-id`, unique for every call. */
	id: string;
	/** E.g. `stock.hold`. */
	type: string;
	data: JsonObject;
}

/** Seconds between `webhook-timestamp` and our clock, either way. */
const TOLERANCE_S = 300;
/** How long a request can be repeated inside the tolerance, and more of them than a shop sends in that time. */
const REMEMBERED_MS = 2 * TOLERANCE_S * 1000;
const REMEMBERED_IDS = 100_000;

/** The ids of the requests that were accepted, for those that are sent again by somebody else. */
export type AcceptedIds = BoundedMap<string, true>;

export const acceptedIds = (): AcceptedIds => new BoundedMap(REMEMBERED_IDS);

/**
 * Checks that the shop's backend signed exactly these bytes, now and for the first time, and only then
 * reads them: HMAC-SHA256 over `id.timestamp.body` (docs/shop-backend.md, Standard Webhooks).
 *
 * @param headers names in lower case
 * @param now milliseconds since 1970
 * @param accepted gets the id of a genuine request
 * @throws IntegrationError `SHOP_SIGNATURE_MISSING`, `SHOP_REQUEST_EXPIRED`, `SHOP_SIGNATURE_INVALID`,
 * `SHOP_REQUEST_REPEATED`, `SHOP_REQUEST_UNREADABLE`, `SHOP_SECRET_INVALID`
 */
export function verifyRequest(
	secret: string,
	headers: Record<string, unknown>,
	body: Buffer,
	now: number,
	accepted: AcceptedIds,
): ShopRequest {
	const key = secretBytes(secret);
	const [id, timestamp, signatures] = NAMES.map((name) => textOf(headers[name]));
	if (!id || !signatures || !/^\d{1,12}$/.test(timestamp ?? '')) throw noSignature(headers);
	if (Math.abs(now - Number(timestamp) * 1000) > TOLERANCE_S * 1000) throw expired();
	const wanted = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
	if (!signatures.split(' ').some((one) => isEqual(one, wanted))) throw invalid();
	if (accepted.get(id, now, REMEMBERED_MS)) throw repeated();
	accepted.set(id, true, now);
	const request = parseObject(body);
	const data = asObject(request?.['data']);
	if (typeof request?.['type'] !== 'string' || !data) throw unreadable();
	return { id: safeCode(id, 200), type: safeCode(request['type'], 100), data };
}

const NAMES = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];
/** Longest header that is read, in UTF-16 units: a few signatures while a secret is replaced. */
const LONGEST = 2000;

const textOf = (value: unknown): string =>
	typeof value === 'string' && value.length <= LONGEST ? value : '';

function isEqual(signature: string, wanted: Buffer): boolean {
	if (!signature.startsWith('v1,')) return false;
	const bytes = Buffer.from(signature.slice('v1,'.length), 'base64');
	return bytes.length === wanted.length && timingSafeEqual(bytes, wanted);
}

const noSignature = (headers: Record<string, unknown>) =>
	new IntegrationError({
		code: 'SHOP_SIGNATURE_MISSING',
		message: `The request has no valid ${NAMES.filter((name) => !textOf(headers[name])).join(', ') || 'webhook-timestamp'}.`,
		likelyCause: 'Someone else called the address, or a proxy removed headers.',
		nextStep:
			'Sign the request as in docs/shop-backend.md: three headers, the timestamp in seconds.',
	});

const expired = () =>
	new IntegrationError({
		code: 'SHOP_REQUEST_EXPIRED',
		message: `The request was not signed within ${TOLERANCE_S} seconds of this machine's time.`,
		likelyCause: 'One of the two clocks is wrong, or an old request was sent again.',
		nextStep: 'Synchronize both clocks (NTP), and sign each request when it is sent.',
	});

const invalid = () =>
	new IntegrationError({
		code: 'SHOP_SIGNATURE_INVALID',
		message: 'The signature does not match the body.',
		likelyCause: 'Shop and credential hold different secrets, or the body was changed on the way.',
		nextStep:
			'Give the same secret to both, sign exactly the bytes that are sent, and turn on Raw Body in the Webhook node.',
	});

const repeated = () =>
	new IntegrationError({
		code: 'SHOP_REQUEST_REPEATED',
		message: 'A request with this webhook-id was accepted before.',
		likelyCause:
			'The shop repeated a request under the same ID, or someone recorded and resent it.',
		nextStep: 'Use a new webhook-id and timestamp for each call, also for repeated ones.',
	});

const unreadable = () =>
	new IntegrationError({
		code: 'SHOP_REQUEST_UNREADABLE',
		message: 'The request has no "type" and "data".',
		likelyCause: 'The shop sends another form than the contract.',
		nextStep: 'Compare the body with docs/shop-backend.md.',
	});
