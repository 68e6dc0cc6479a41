import { timingSafeEqual } from 'node:crypto';

import type { PushTarget } from '../../../lib/changes/registration';
import { EVENT_NAMES, type EventName } from './events';

/** Of the query of the address that Odoo pushes to. */
export const KEY_PARAMETER = 'key';

/**
 * The address for Odoo, with a secret in it that nobody who knows only the address of n8n can guess.
 *
 * @param webhookUrl the node's own address
 * @param key the secret; empty where only the rule in Odoo is looked for
 */
export function pushTarget(webhookUrl: string, key: string, event: EventName): PushTarget {
	const { pathname } = new URL(webhookUrl);
	const short = /[0-9a-f]{8}(?=-)/.exec(pathname)?.[0] ?? pathname;
	const url = new URL(webhookUrl);
	url.searchParams.set(KEY_PARAMETER, key);
	const test = pathname.includes('-test/') ? ' (test)' : '';
	return { url: url.href, mark: pathname, name: `n8n ${EVENT_NAMES[event]} ${short}${test}` };
}

/** Compares in constant time. */
export function isPushKey(target: PushTarget, given: unknown): boolean {
	const expected = Buffer.from(new URL(target.url).searchParams.get(KEY_PARAMETER) ?? '');
	const got = Buffer.from(typeof given === 'string' ? given : '');
	return expected.length > 0 && got.length === expected.length && timingSafeEqual(got, expected);
}
