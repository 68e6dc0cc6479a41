import { beijingTime } from '../core/beijing-time';
import { encryptText } from '../keys/cipher';
import { ALPHANUMERIC, randomText, type RandomSource } from '../core/random';

/** What goes into the body of a notification. */
export interface EnvelopeContent {
	id: string;
	atMs: number;
	eventType: string;
	originalType: string;
	summary: string;
	resource: unknown;
	apiV3Key: string;
	random: RandomSource;
}

/** A UUID in shape, from the given randomness. */
export function notificationId(random: RandomSource): string {
	const hex = random(16).toString('hex');
	return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The body: compact JSON in UTF-8 with the keys in WeChat's order, nothing escaped that need not be. */
export function envelope(content: EnvelopeContent): string {
	const encrypted = encryptText(
		JSON.stringify(content.resource),
		content.apiV3Key,
		randomText(content.random, 12, ALPHANUMERIC),
		content.originalType,
	);
	return JSON.stringify({
		id: content.id,
		create_time: beijingTime(content.atMs),
		resource_type: 'encrypt-resource',
		event_type: content.eventType,
		summary: content.summary,
		resource: {
			...(content.originalType ? { original_type: content.originalType } : {}),
			algorithm: encrypted.algorithm,
			ciphertext: encrypted.ciphertext,
			associated_data: encrypted.associated_data,
			nonce: encrypted.nonce,
		},
	});
}
