import { createHmac } from 'node:crypto';

import {
	airwallexWebhook,
	stripeWebhook,
	type AirwallexPayment,
	type SignedWebhook,
	type StripePayment,
} from '../../../../../sandbox';
import type {
	AcquirerAccount,
	AcquirerReading,
} from '../../../../../lib/wechat-pay/acquirer/acquirer';
import {
	receiveAcquirerEvent,
	type AcquirerResult,
} from '../../../../../lib/wechat-pay/acquirer/receive';

/** 2026-11-22T13:29:35Z in milliseconds. */
export const NOW = Date.UTC(2026, 10, 22, 13, 29, 35);

export const READING: AcquirerReading = {
	orderNumberPath: '',
	linesFrom: 'field',
	linesPath: 'metadata.lines',
	openidPath: '',
	wechatTransactionIdPath: '',
	methods: 'wechat',
	acceptTest: false,
	toleranceS: 300,
};

export const AIRWALLEX: AcquirerAccount = {
	acquirer: 'airwallex',
	signingSecret: 'whsec_airwallex',
	accountId: '',
};

export const STRIPE: AcquirerAccount = {
	acquirer: 'stripe',
	signingSecret: 'whsec_stripe',
	accountId: 'acct_stripe1',
};

export const inAirwallex = (changes: Partial<AirwallexPayment> = {}): AirwallexPayment => ({
	intentId: 'int_hkdmr5hq5gmbs9wwa9n',
	orderNumber: 'SHOP20261122000001',
	amount: 248.5,
	currency: 'HKD',
	accountId: 'acct_airwallex1',
	metadata: { lines: 'TEE-RED-M*2@9900,CAP-BLK@5050' },
	...changes,
});

export const inStripe = (changes: Partial<StripePayment> = {}): StripePayment => ({
	intentId: 'pi_3PqABC',
	amount: 24850,
	currency: 'hkd',
	metadata: { order_id: 'SHOP20261122000001', lines: 'TEE-RED-M*2@9900,CAP-BLK@5050' },
	...changes,
});

export const fromAirwallex = async (
	changes: Partial<AirwallexPayment> = {},
	reading: Partial<AcquirerReading> = {},
	account: Partial<AcquirerAccount> = {},
): Promise<AcquirerResult> =>
	received(await airwallexWebhook(inAirwallex(changes), AIRWALLEX.signingSecret, NOW), reading, {
		...AIRWALLEX,
		...account,
	});

export const fromStripe = async (
	changes: Partial<StripePayment> = {},
	reading: Partial<AcquirerReading> = {},
	account: Partial<AcquirerAccount> = {},
): Promise<AcquirerResult> =>
	received(await stripeWebhook(inStripe(changes), STRIPE.signingSecret, NOW), reading, {
		...STRIPE,
		...account,
	});

const received = (
	{ headers, body }: SignedWebhook,
	reading: Partial<AcquirerReading>,
	account: AcquirerAccount,
): AcquirerResult =>
	receiveAcquirerEvent(account, headers, Buffer.from(body), { ...READING, ...reading }, NOW);

/** An event that the sandbox would not make, signed as Airwallex does. */
export function signedByHand(event: unknown): { headers: Record<string, string>; body: Buffer } {
	const body = Buffer.from(JSON.stringify(event));
	const signature = createHmac('sha256', AIRWALLEX.signingSecret)
		.update(`${NOW}${body.toString()}`)
		.digest('hex');
	return { headers: { 'x-timestamp': `${NOW}`, 'x-signature': signature }, body };
}
