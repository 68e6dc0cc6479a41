import { randomBytes } from 'node:crypto';

import { sendHttp } from '../../core/http';
import { asObject, parseJson, type JsonObject } from '../../core/json';
import { signedHeaders } from '../sign';

/** What is checked, and with which data of the shop. */
export interface Target {
	url: string;
	secret: string;
	/** An order that the shop knows. */
	orderNumber?: string | undefined;
	/** What was paid for it, in fen. */
	paidFen?: number | undefined;
	/** A SKU whose stock may be overwritten. */
	sku?: string | undefined;
	/** Longest time of an answer in ms; the contract allows 3 seconds. */
	limitMs: number;
}

/** How a call differs from a correct one. */
export interface Difference {
	secret?: string;
	/** Seconds between the call's time and now. */
	offsetS?: number;
	/** The body to sign and send, made from the usual one. */
	write?: (text: string) => string;
	/** The body to send in place of the signed one. */
	replace?: (text: string) => string;
	/** Changes the headers after signing. */
	headers?: (headers: Record<string, string>) => Record<string, string>;
}

export interface Answer {
	status: number;
	/** The JSON object in the body; undefined for anything else, also for bytes that are no UTF-8. */
	json: JsonObject | undefined;
	/** The beginning of the body, to show. */
	text: string;
	ms: number;
}

export type Call = (type: string, data?: object, difference?: Difference) => Promise<Answer>;

/** Calls a backend as n8n does, or with a difference. @throws IntegrationError `HTTP_…` without an answer */
export const caller =
	({ url, secret: own, limitMs }: Target, now: () => number): Call =>
	async (type, data = {}, { secret = own, offsetS = 0, write, replace, headers } = {}) => {
		const started = now();
		const at = started + offsetS * 1000;
		const plain = JSON.stringify({ type, timestamp: new Date(at).toISOString(), data });
		const body = write?.(plain) ?? plain;
		const id = `msg_${randomBytes(12).toString('hex')}`;
		const signed = signedHeaders(secret, id, Math.floor(at / 1000), body);
		const answer = await sendHttp({
			...{ method: 'POST', url, timeoutMs: 4 * limitMs },
			headers: headers?.(signed) ?? signed,
			body: replace?.(body) ?? body,
		});
		const { status, body: bytes } = answer;
		return { status, json: jsonOf(bytes), text: shown(bytes), ms: now() - started };
	};

function jsonOf(bytes: Buffer): JsonObject | undefined {
	try {
		return asObject(parseJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
	} catch {
		return undefined;
	}
}

const LONGEST_SHOWN = 120;

const shown = (bytes: Buffer): string =>
	bytes
		.subarray(0, 4 * LONGEST_SHOWN)
		.toString('utf8')
		.replace(/\s+/g, ' ')
		.slice(0, LONGEST_SHOWN);
