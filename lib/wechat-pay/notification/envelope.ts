import type { KeyObject } from 'node:crypto';

import { IntegrationError } from '../../core/errors';
import { asObject, parseObject, type JsonObject } from '../../core/json';
import { decryptResource, readEncrypted, type EncryptedResource } from '../keys/cipher';
import { ORDERS } from '../merchant-platform';

/** The body of an APIv3 notification. */
export interface Notification {
	id: string;
	/** ISO 8601 with offset. */
	create_time: string;
	/** Empty when WeChat does not name it. */
	event_type: string;
	resource: EncryptedResource;
}

/**
 * Reads the body of a notification. Only for bytes whose signature has been checked.
 *
 * @throws IntegrationError `WECHAT_NOTIFICATION_UNREADABLE`
 */
export function readNotification(body: Buffer): Notification {
	const envelope = asObject(parseEnvelope(body));
	const resource = asObject(envelope?.['resource']);
	if (!envelope || !resource || !areTexts(resource, RESOURCE)) {
		throw new IntegrationError({
			code: 'WECHAT_NOTIFICATION_UNREADABLE',
			message: 'The body is not a payment notification of APIv3.',
			likelyCause: 'Another kind of WeChat message, or one of APIv2, is sent to this address.',
			nextStep: 'Use this address only as notify_url of APIv3 payments.',
		});
	}
	return {
		id: text(envelope['id']),
		create_time: text(envelope['create_time']),
		event_type: text(envelope['event_type']),
		resource: readEncrypted(resource),
	};
}

/**
 * The decrypted resource of a notification. Long ids are strings.
 *
 * @throws IntegrationError `WECHAT_DECRYPTION_FAILED`, `WECHAT_CIPHER_UNKNOWN` or `WECHAT_RESOURCE_UNREADABLE`
 */
export function openNotification({ resource }: Notification, apiV3Key: KeyObject): JsonObject {
	const opened = parseObject(decryptResource(resource, apiV3Key));
	if (opened) return opened;
	throw new IntegrationError({
		code: 'WECHAT_RESOURCE_UNREADABLE',
		message: 'The decrypted content of the notification is not a JSON object.',
		likelyCause: 'WeChat Pay has changed the form of its notifications.',
		nextStep: `Report it with the event type. Payments are at ${ORDERS}.`,
	});
}

/** Only texts are read from it, so long numbers do not matter. */
function parseEnvelope(body: Buffer): unknown {
	try {
		return JSON.parse(body.toString('utf8'));
	} catch {
		return undefined;
	}
}

const RESOURCE = ['algorithm', 'ciphertext', 'nonce'];
const areTexts = (object: JsonObject, names: string[]) =>
	names.every((name) => typeof object[name] === 'string');

function text(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
