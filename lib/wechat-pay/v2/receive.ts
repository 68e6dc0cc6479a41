import { IntegrationError } from '../../core/errors';
import { API_SECURITY } from '../merchant-platform';
import {
	ignored,
	isSelected,
	paid,
	refunded,
	type Received,
	type Recipient,
} from '../notification/notification';
import { decryptV2, v2CipherKey, verifyV2 } from './crypto';
import { isV2Combined, readV2Combined } from './combined';
import type { V2Fields } from './fields';
import { readV2Payment, readV2Refund, v2RefundStatus } from './items';
import { readFlatXml } from './xml';

/** True for what APIv2 sends: XML that carries its proof inside. */
export function isV2(body: Buffer): boolean {
	return /^\s*</.test(body.subarray(0, 16).toString('latin1'));
}

/**
 * Reads a notification of APIv2, from its bytes to items. A payment is signed with the APIv2 key. A refund is only
 * encrypted with it, in a mode that proves nothing about single blocks: look it up before booking money.
 *
 * @param onStage called with the HTTP status that answers a failure from here on
 * @param now Unix seconds
 * @throws IntegrationError
 */
export function receiveV2(
	body: Buffer,
	recipient: Recipient,
	now: number,
	onStage: (status: number) => void,
): Received {
	onStage(401);
	const { apiV2Key, apiV2SignType = 'MD5' } = recipient;
	if (!apiV2Key) throw keyMissing();
	onStage(400);
	const fields = readFlatXml(body, 'xml');
	onStage(401);
	if (fields['req_info'] !== undefined) {
		const opened = openReqInfo(fields['req_info'], apiV2Key);
		onStage(500);
		return readRefund(fields, opened, recipient, now);
	}
	// The type is the credential's: a message that chose it could choose the weaker one.
	// Combined orders are always signed by the stronger one.
	const type = isV2Combined(fields) ? 'HMAC-SHA256' : apiV2SignType;
	if (!verifyV2(fields, apiV2Key, type)) throw notSigned(type);
	onStage(500);
	return readPayment(fields, recipient, now);
}

function readPayment(fields: V2Fields, recipient: Recipient, now: number): Received {
	const event_type = 'TRANSACTION.SUCCESS';
	const { return_code, result_code, nonce_str = '' } = fields;
	const succeeded = return_code === 'SUCCESS' && result_code === 'SUCCESS';
	if (!succeeded || !isSelected(event_type, recipient)) return ignored(event_type, 'v2');
	const { payments, problems } = isV2Combined(fields)
		? readV2Combined(fields, recipient, recipient.linesFrom)
		: { payments: [readV2Payment(fields, recipient, recipient.linesFrom)], problems: [] };
	const create_time = payments[0]?.success_time ?? new Date(now * 1000).toISOString();
	return paid(payments, { id: nonce_str, event_type, create_time, api: 'v2' }, problems);
}

function readRefund(
	outer: V2Fields,
	fields: V2Fields,
	recipient: Recipient,
	now: number,
): Received {
	const status = v2RefundStatus(fields);
	const event_type = `REFUND.${status ?? 'UNKNOWN'}`;
	if (!status || !isSelected(event_type, recipient)) return ignored(event_type, 'v2');
	const refund = readV2Refund(outer, fields, status, recipient);
	// A refund that failed names no time at all.
	const create_time = refund.success_time ?? new Date(now * 1000).toISOString();
	return refunded(refund, { id: outer['nonce_str'] ?? '', event_type, create_time, api: 'v2' });
}

/** Only who knows the key can encrypt with it: what cannot be decrypted is a forgery, or our key is wrong. */
function openReqInfo(req_info: string, apiV2Key: string): V2Fields {
	return readFlatXml(Buffer.from(decryptV2(req_info, v2CipherKey(apiV2Key))), 'root');
}

function keyMissing(): IntegrationError {
	return new IntegrationError({
		code: 'WECHAT_V2_KEY_MISSING',
		message: 'This is XML of APIv2, and the credential has no APIv2 key.',
		likelyCause: 'The shop creates orders with APIv2, or another sender called the address.',
		nextStep: `If payments are missing, paste the APIv2 key (${API_SECURITY} → APIv2 Key (APIv2密钥)) into the WeChat Pay API credential.`,
	});
}

function notSigned(type: string): IntegrationError {
	return new IntegrationError({
		code: 'WECHAT_V2_SIGNATURE_INVALID',
		message: `The XML is not signed with the APIv2 key by ${type}.`,
		likelyCause:
			'A forgery, or the APIv2 key or its signature type in the credential is not the one that the shop uses.',
		nextStep: `If every APIv2 payment fails, compare the APIv2 key with ${API_SECURITY} → APIv2 Key (APIv2密钥) and choose the signature type that the shop names in sign_type.`,
	});
}
