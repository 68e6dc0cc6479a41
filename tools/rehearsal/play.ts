import { setTimeout as sleep } from 'node:timers/promises';

import type { Delivery, Sandbox } from '../../sandbox';
import type { Progress } from '../services/progress';
import type { Chain } from './chain';
import type { PlannedFault } from './faults';
import { makeTrouble } from './make-trouble';
import type { PlannedOrder } from './plan';
import { randomNumbers } from './random';
import { comeToRest, recover, settle, type Missing } from './settle';
import { surge, type Paid } from './surge';
import { watchOrders, type Watch } from './watch';

/** What happens to a chain. */
export interface Play {
	orders: PlannedOrder[];
	faults: PlannedFault[];
	/** How many times faster than planned. */
	compress: number;
	seed: string;
	/** How long nothing may happen before the rest counts as not coming by itself. */
	patienceMs?: number;
}

/** What was seen of it. */
export interface Played {
	paid: Paid[];
	watch: Watch;
	missing: Missing;
}

const LOOK_EVERY_MS = 500;
const TELL_EVERY_MS = 5000;

/** Lets buyers pay and faults happen, waits for what comes by itself, then notifies of the rest again. */
export async function play(
	chain: Chain,
	{ orders, faults, compress, seed, patienceMs }: Play,
	progress: Progress,
): Promise<Played> {
	const watch = watchOrders(chain.admin, Date.now);
	const paid: Paid[] = [];
	const over = new AbortController();
	const watching = keepLooking(watch, over.signal);
	const reporting = setInterval(() => progress(state(chain, paid, watch)), TELL_EVERY_MS);
	try {
		progress(`${orders.length} buyers pay`);
		await Promise.all([
			makeTrouble(chain, faults, randomNumbers(`${seed} trouble`), progress),
			surge(chain, orders, compress, (one) => {
				watch.add(one.payment.transaction_id);
				paid.push(one);
			}),
		]);
		progress('all have paid; waiting for the last orders');
		await settle(paid, watch, patienceMs);
		const missing = await recover(chain, paid, watch);
		await comeToRest(chain, 60_000);
		await watch.look();
		return { paid, watch, missing };
	} finally {
		clearInterval(reporting);
		over.abort();
		await watching;
	}
}

async function keepLooking(watch: Watch, over: AbortSignal): Promise<void> {
	while (!over.aborted) {
		// An Odoo that is too busy to be looked at is looked at later.
		await watch.look().catch(() => undefined);
		await sleep(LOOK_EVERY_MS, undefined, { signal: over }).catch(() => undefined);
	}
}

/** The deliveries of these payments alone. */
export function deliveriesOf(sandbox: Sandbox, paid: Paid[]): Delivery[] {
	const ids = new Set(paid.map(({ payment }) => payment.transaction_id));
	return sandbox.deliveries().filter(({ transaction_id }) => ids.has(transaction_id));
}

function state({ sandbox, odooProxy }: Chain, paid: Paid[], { seen }: Watch): string {
	const deliveries = deliveriesOf(sandbox, paid);
	const acknowledged = new Set(
		deliveries.filter((one) => one.acknowledged).map(({ transaction_id }) => transaction_id),
	);
	const reserved = [...seen.values()].filter(({ reservedAtMs }) => reservedAtMs !== undefined);
	const resends = deliveries.filter(({ attempt }) => attempt > 1).length;
	return (
		`${paid.length} paid, ${acknowledged.size} acknowledged, ${reserved.length} reserved, ` +
		`${resends} resends, ${odooProxy.calls.length} Odoo calls`
	);
}
