import { airwallexWebhook, stripeWebhook, type SignedWebhook } from '../../../../../sandbox';
import type { AcquirerName } from '../../../../../lib/wechat-pay/acquirer/acquirer';
import { verifyAcquirerSignature } from '../../../../../lib/wechat-pay/acquirer/signature';
import { inAirwallex, inStripe, NOW } from './requests';

const SECRET = 'whsec_vector';

/** What a request is refused for; undefined where it is genuine. */
function refusal(
	acquirer: AcquirerName,
	{ headers, body }: Pick<SignedWebhook, 'headers'> & { body: string | Buffer },
	{ now = NOW, secret = SECRET, tolerance = 300 } = {},
): string | undefined {
	try {
		verifyAcquirerSignature(
			{ acquirer, signingSecret: secret },
			headers,
			Buffer.from(body),
			now,
			tolerance,
		);
		return undefined;
	} catch (error) {
		return (error as { code: string }).code;
	}
}

const signed = {
	airwallex: (at = NOW, secret = SECRET) => airwallexWebhook(inAirwallex(), secret, at),
	stripe: (at = NOW, secret = SECRET) => stripeWebhook(inStripe(), secret, at),
};
const acquirers: AcquirerName[] = ['airwallex', 'stripe'];

// printf '%s' '<text>' | openssl dgst -sha256 -hmac whsec_vector
const BODY =
	'{"id":"evt_1","name":"payment_intent.succeeded","account_id":"acct_1","data":{"object":{"id":"int_1","amount":12.5,"currency":"HKD","merchant_order_id":"SHOP-1"}}}';
const AT = 1_789_552_800_000;

it('accepts what openssl signed', () => {
	const airwallex = {
		'x-timestamp': `${AT}`,
		'x-signature': '64efa8d78a50ef6c7cd8324f8a77f0b1b3ba3a78f5a9fecee1fb953d23350f86',
	};
	expect(refusal('airwallex', { headers: airwallex, body: BODY }, { now: AT })).toBeUndefined();
	const stripe = {
		'stripe-signature': `t=${AT / 1000},v1=d04ff320a4e947da6196555a640af307f01f508ea09308739fbaa6ed7a4f4668`,
	};
	expect(refusal('stripe', { headers: stripe, body: BODY }, { now: AT })).toBeUndefined();
});

describe.each(acquirers)('a request of %s', (acquirer) => {
	it('is accepted as the acquirer signs it', async () => {
		expect(refusal(acquirer, await signed[acquirer]())).toBeUndefined();
	});

	it('is refused when it is forged with another secret, or none', async () => {
		const forged = await signed[acquirer](NOW, 'whsec_guess');
		expect(refusal(acquirer, forged)).toBe('ACQUIRER_SIGNATURE_INVALID');
		const genuine = await signed[acquirer]();
		expect(refusal(acquirer, { ...genuine, headers: {} })).toBe('ACQUIRER_SIGNATURE_MISSING');
		// An empty secret would accept what anyone can sign.
		const empty = { 'x-timestamp': `${NOW}`, 'x-signature': 'AA' };
		const options = { secret: '' };
		expect(refusal(acquirer, { headers: empty, body: '{}' }, options)).toBe(
			'ACQUIRER_SECRET_MISSING',
		);
	});

	it('is refused when a byte of the body is changed', async () => {
		const { headers, body } = await signed[acquirer]();
		const changed = body.replace('SHOP2026', 'SHOP2027');
		expect(refusal(acquirer, { headers, body: changed })).toBe('ACQUIRER_SIGNATURE_INVALID');
	});

	it('is refused when its JSON was written again, in other whitespace', async () => {
		const { headers, body } = await signed[acquirer]();
		for (const indent of [0, 1, 3]) {
			const again = JSON.stringify(JSON.parse(body), null, indent);
			const same = again === body;
			expect(refusal(acquirer, { headers, body: again })).toBe(
				same ? undefined : 'ACQUIRER_SIGNATURE_INVALID',
			);
		}
	});

	it('is refused when it is replayed after five minutes, or with a new time', async () => {
		const replayed = await signed[acquirer]();
		expect(refusal(acquirer, replayed, { now: NOW + 299_000 })).toBeUndefined();
		expect(refusal(acquirer, replayed, { now: NOW + 301_000 })).toBe('ACQUIRER_TIMESTAMP_EXPIRED');
		expect(refusal(acquirer, replayed, { now: NOW - 301_000 })).toBe('ACQUIRER_TIMESTAMP_EXPIRED');
		expect(refusal(acquirer, replayed, { now: NOW + 301_000, tolerance: 86_400 })).toBeUndefined();
		expect(refusal(acquirer, replayed, { tolerance: Number.NaN })).toBe(
			'ACQUIRER_TIMESTAMP_EXPIRED',
		);
		const later = await signed[acquirer](NOW + 600_000);
		const moved = {
			...later.headers,
			'x-signature': String(replayed.headers['x-signature']),
			'stripe-signature': String(later.headers['stripe-signature']).replace(
				/v1=.*/,
				/v1=.*/.exec(String(replayed.headers['stripe-signature']))?.[0] ?? '',
			),
		};
		expect(refusal(acquirer, { headers: moved, body: replayed.body }, { now: NOW + 600_000 })).toBe(
			'ACQUIRER_SIGNATURE_INVALID',
		);
	});

	it.each(['', 'x', 'zz'.repeat(32), 'ab'.repeat(31), 'ab'.repeat(33)])(
		'is refused with the signature "%s", without a fault',
		async (signature) => {
			const { body } = await signed[acquirer]();
			const headers = {
				'x-timestamp': `${NOW}`,
				'x-signature': signature,
				'stripe-signature': `t=${NOW / 1000},v1=${signature}`,
			};
			expect(refusal(acquirer, { headers, body })).toMatch(/^ACQUIRER_SIGNATURE_/);
		},
	);
});

it('accepts Stripe while a secret is replaced, when it signs with both', async () => {
	const both = await stripeWebhook(inStripe(), 'whsec_new', NOW, 'whsec_old');
	expect(refusal('stripe', both, { secret: 'whsec_new' })).toBeUndefined();
	expect(refusal('stripe', both, { secret: 'whsec_old' })).toBeUndefined();
	expect(refusal('stripe', both, { secret: 'whsec_else' })).toBe('ACQUIRER_SIGNATURE_INVALID');
});

it('does not take the signature of an older scheme of Stripe', async () => {
	const { headers, body } = await signed.stripe();
	const older = { 'stripe-signature': String(headers['stripe-signature']).replace('v1=', 'v0=') };
	expect(refusal('stripe', { headers: older, body })).toBe('ACQUIRER_SIGNATURE_MISSING');
});
