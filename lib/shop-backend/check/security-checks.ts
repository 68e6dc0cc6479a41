import { randomBytes } from 'node:crypto';

import type { Difference } from './backend';
import { expectStatus, failed, inWords, passed, type Check } from './check';

const ON_BYTES =
	'Compute the HMAC over webhook-id.webhook-timestamp.body with the body as received, before you parse it, and answer 401 if it differs.';

const refuses = (name: string, difference: Difference, fix: string): Check => ({
	name: `refuses ${name}`,
	run: async (call) => expectStatus(await call('ping', {}, difference), [401, 403], fix),
});

const accepts = (name: string, difference: Difference, fix: string): Check => ({
	name: `accepts ${name}`,
	run: async (call) => expectStatus(await call('ping', {}, difference), [200], fix),
});

const otherSecret = `whsec_${randomBytes(32).toString('base64')}`;
const withoutSignature = (headers: Record<string, string>) =>
	Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'webhook-signature'));
const inTime =
	'Reject calls whose webhook-timestamp is more than 300 seconds before or after your clock, with 401. Synchronize your clock (NTP).';

/** Who may ask, and when. */
export const SECURITY_CHECKS: Check[] = [
	{
		name: 'answers the ping',
		run: async (call) => {
			const answer = await call('ping');
			if (answer.status === 200 && answer.json) return passed(`${Math.round(answer.ms)} ms`);
			const refused = answer.status === 401 || answer.status === 403;
			return failed(
				inWords(answer),
				refused
					? 'Use the same secret on both sides, and synchronize your clock (NTP).'
					: 'Answer a call of the type "ping" with 200 and a JSON object, such as {"ok": true}.',
			);
		},
	},
	refuses('a call signed with another secret', { secret: otherSecret }, ON_BYTES),
	refuses('a call without a signature', { headers: withoutSignature }, ON_BYTES),
	refuses(
		'a body that was changed after it was signed',
		{ replace: (body) => body.replace('"ping"', '"pong"') },
		ON_BYTES,
	),
	refuses('a call of ten minutes ago', { offsetS: -600 }, inTime),
	refuses('a call from ten minutes ahead', { offsetS: 600 }, inTime),
	accepts(
		'a body with other blanks',
		{ write: (body) => JSON.stringify(JSON.parse(body), null, 2) },
		ON_BYTES,
	),
	accepts(
		'a call with two signatures, as while a secret is changed',
		{
			headers: (own) => ({
				...own,
				'webhook-signature': `v1,${randomBytes(32).toString('base64')} ${own['webhook-signature']}`,
			}),
		},
		'webhook-signature may contain several signatures, separated by blanks: accept the call if one of them is right.',
	),
	{
		name: 'answers 404 to a call of an unknown type',
		run: async (call) =>
			expectStatus(
				await call('check.unknown'),
				[404],
				'Answer 404 to every type that you do not implement, so that n8n can use new calls with old backends.',
			),
	},
];
