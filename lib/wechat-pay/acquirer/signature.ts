import { createHmac, timingSafeEqual } from 'node:crypto';

import { IntegrationError } from '../../core/errors';
import type { Headers } from '../keys/signature';
import { secretMissing } from './account';
import type { AcquirerAccount, AcquirerName } from './acquirer';

/** What an acquirer's headers say of the signature. */
interface Stamp {
	/** What is signed before the body. */
	prefix: string;
	/** Milliseconds since 1970. */
	signedAt: number;
	/** In hexadecimal; Stripe sends two while a secret is replaced. */
	signatures: string[];
}

const HEADERS: Record<AcquirerName, string> = {
	airwallex: 'x-timestamp and x-signature',
	stripe: 'Stripe-Signature',
};

const READ: Record<AcquirerName, (headers: Headers) => Stamp | undefined> = {
	airwallex: (headers) => {
		const timestamp = textOf(headers['x-timestamp']);
		const signature = textOf(headers['x-signature']);
		if (!/^\d{1,16}$/.test(timestamp) || signature === '') return undefined;
		return { prefix: timestamp, signedAt: Number(timestamp), signatures: [signature] };
	},
	stripe: (headers) => {
		const parts = textOf(headers['stripe-signature']).slice(0, 2000).split(',');
		const valuesOf = (name: string) =>
			parts.filter((part) => part.startsWith(name)).map((part) => part.slice(name.length));
		const [timestamp = ''] = valuesOf('t=');
		const signatures = valuesOf('v1=');
		if (!/^\d{1,12}$/.test(timestamp) || signatures.length === 0) return undefined;
		return { prefix: `${timestamp}.`, signedAt: Number(timestamp) * 1000, signatures };
	},
};

/**
 * Checks that the acquirer signed exactly these bytes, now: HMAC-SHA256 in hexadecimal, over
 * `<milliseconds><body>` at Airwallex and `<seconds>.<body>` at Stripe
 * (airwallex.com/docs/developer-tools/webhooks, docs.stripe.com/webhooks).
 *
 * @param headers names in lower case
 * @param now milliseconds since 1970
 * @param toleranceS most seconds between the signature and `now`, either way
 * @throws IntegrationError `ACQUIRER_SECRET_MISSING`, `ACQUIRER_SIGNATURE_MISSING`,
 * `ACQUIRER_TIMESTAMP_EXPIRED` or `ACQUIRER_SIGNATURE_INVALID`
 */
export function verifyAcquirerSignature(
	{ acquirer, signingSecret }: Pick<AcquirerAccount, 'acquirer' | 'signingSecret'>,
	headers: Headers,
	body: Buffer,
	now: number,
	toleranceS: number,
): void {
	if (signingSecret === '') throw secretMissing();
	const stamp = READ[acquirer](headers);
	if (!stamp) throw noSignature(HEADERS[acquirer]);
	// A tolerance that is no number accepts nothing.
	if (!(Math.abs(now - stamp.signedAt) <= toleranceS * 1000)) throw expired(toleranceS);
	const expected = createHmac('sha256', signingSecret).update(stamp.prefix).update(body).digest();
	if (!stamp.signatures.some((signature) => isEqual(signature, expected))) throw invalid();
}

const textOf = (value: Headers[string]): string => (typeof value === 'string' ? value : '');

const isEqual = (signature: string, expected: Buffer): boolean =>
	/^[0-9a-f]{64}$/i.test(signature) && timingSafeEqual(Buffer.from(signature, 'hex'), expected);

const noSignature = (names: string) =>
	new IntegrationError({
		code: 'ACQUIRER_SIGNATURE_MISSING',
		message: `The request has no valid ${names}.`,
		likelyCause:
			'Someone else called the address, the credential names another acquirer, or a proxy removed headers.',
		nextStep:
			'If payments are missing, check the acquirer in the credential and the headers in the item of the Webhook node.',
	});

const expired = (seconds: number) =>
	new IntegrationError({
		code: 'ACQUIRER_TIMESTAMP_EXPIRED',
		message: `The request was not signed within ${seconds} seconds of this machine's time.`,
		likelyCause: 'An old request was sent again, or the clock of this machine is wrong.',
		nextStep:
			'Synchronize the clock (NTP). If the acquirer itself repeats requests with their old time, increase Time Tolerance.',
	});

const invalid = () =>
	new IntegrationError({
		code: 'ACQUIRER_SIGNATURE_INVALID',
		message: 'The signature does not match the body.',
		likelyCause:
			'The request is forged, the secret belongs to another webhook, or the body was changed on the way.',
		nextStep:
			"Compare the secret with the acquirer's page of exactly this webhook, and turn on Raw Body in the Webhook node.",
	});
