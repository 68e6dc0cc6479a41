import { setTimeout as sleep } from 'node:timers/promises';

import type { Chain } from './chain';
import type { Paid } from './surge';
import type { Watch } from './watch';

/** How long nothing may happen before the rest counts as not coming by itself. */
const PATIENCE_MS = 75_000;
/** WeChat Pay Trigger answers a repetition of what it has stored without a run for a minute. */
const REMEMBERED_MS = 61_000;
const ROUNDS = 3;

/** Payments whose order is not confirmed. */
export const unfinished = (paid: Paid[], watch: Watch): Paid[] =>
	paid.filter(({ payment }) => watch.seen.get(payment.transaction_id)?.confirmedAtMs === undefined);

/** Waits for orders until all are confirmed, or none more has come for a while. */
export async function settle(paid: Paid[], watch: Watch, patienceMs = PATIENCE_MS): Promise<void> {
	let left = unfinished(paid, watch).length;
	let since = Date.now();
	while (left > 0 && Date.now() - since < patienceMs) {
		await sleep(250);
		const now = unfinished(paid, watch).length;
		if (now < left) since = Date.now();
		left = now;
	}
}

/** Payments that had no confirmed order when the surge was over and nothing more came. */
export interface Missing {
	/** Acknowledged all the same: WeChat would never send these again. */
	acknowledged: number;
	/** Not acknowledged yet: WeChat's next resend was not due. */
	waiting: number;
}

/**
 * What the surge has left without a confirmed order is notified again, as a reconciliation with
 * WeChat's bill would, in up to three rounds.
 */
export async function recover(
	{ sandbox, notifyUrl }: Pick<Chain, 'sandbox' | 'notifyUrl'>,
	paid: Paid[],
	watch: Watch,
): Promise<Missing> {
	const missing = unfinished(paid, watch);
	const acknowledged = missing.filter(({ payment: { transaction_id } }) =>
		sandbox.deliveries({ transaction_id }).some((one) => one.acknowledged),
	).length;
	for (let round = 0; round < ROUNDS; round += 1) {
		const left = unfinished(missing, watch);
		if (left.length === 0) break;
		if (round > 0) await sleep(REMEMBERED_MS);
		await Promise.all(
			left.map(async ({ payment }) => {
				await sandbox.notify(payment, { url: notifyUrl, maxResends: 2 });
			}),
		);
		await settle(left, watch, 20_000);
	}
	return { acknowledged, waiting: missing.length - acknowledged };
}

/** Waits until WeChat is through with sending, n8n with running and the last reservation is seen. */
export async function comeToRest(
	{ sandbox, client }: Pick<Chain, 'sandbox' | 'client'>,
	limitMs: number,
): Promise<void> {
	const until = Date.now() + limitMs;
	const limit = sleep(limitMs, undefined, { ref: false });
	await Promise.race([sandbox.waitUntilSettled(), limit]);
	while (Date.now() < until && (await client.running().catch(() => 1)) > 0) await sleep(250);
}
