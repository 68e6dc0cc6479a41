import { BoundedMap } from '../../core/memoize';
import type { CallContext } from '../../core/retry';
import type { OdooClient } from '../../odoo/client';
import { searchRead } from '../../odoo/records';
import { ANY_HOLD } from '../model/order-keys';

const LOOK_EVERY_MS = 100;
/** Odoo's own pause after a collision is up to 2 seconds. */
const LOOKS = 25;
/** Holds that are further back were left behind. */
const ORDERS_BEFORE = 200;

/**
 * Waits until the holds that other processes began earlier with the same products are confirmed. Two
 * confirmations of one product at the same time collide in Odoo, which makes the loser wait for seconds and
 * then collide again. The database ids of the drafts are the order of the turns. It only spares time: what
 * a process has left behind is waited for once, and no longer than 25 looks, a tenth of a second apart.
 *
 * @param ids the drafts to be confirmed now
 */
export async function waitForTurn(
	odoo: OdooClient,
	ids: number[],
	products: number[],
	{ now, sleep }: CallContext,
): Promise<void> {
	if (ids.length === 0) return;
	const first = Math.min(...ids);
	const leftBehind = await odoo.remember('holds left behind', async () => {
		return new BoundedMap<number, true>(1_000);
	});
	for (let look = 1; ; look += 1) {
		const drafts = await searchRead(
			odoo,
			'sale.order',
			[
				['id', '>', first - ORDERS_BEFORE],
				['id', '<', first],
				['state', '=', 'draft'],
				['client_order_ref', '=like', ANY_HOLD],
				['order_line.product_id', 'in', products],
			],
			['id'],
		);
		const earlier = drafts.filter(({ id }) => leftBehind.get(id, now()) === undefined);
		if (earlier.length === 0) return;
		if (look > LOOKS) return earlier.forEach(({ id }) => leftBehind.set(id, true, now()));
		await sleep(LOOK_EVERY_MS);
	}
}
