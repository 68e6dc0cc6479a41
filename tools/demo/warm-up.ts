import type { ProductToSeed } from '../services/odoo-seed';
import type { OrderingStack } from '../services/ordering-stack';

/** Bought before the orders that are shown, since the first orders of a process are slower than the rest. */
export const WARM_UP_PRODUCT: ProductToSeed = {
	sku: 'WARM-UP',
	name: 'Warm-up',
	price: 0.01,
	stock: 1000,
};

const ROUNDS = 4;
/** Half of what WeChat waits. */
const FAST_MS = 2500;

/**
 * Orders of ¥0.01, one and then as many at once as are shown, until all of them are answered fast.
 *
 * @returns whether this machine is fast enough for that many at once
 */
export async function warmUp(
	{ sandbox }: Pick<OrderingStack, 'sandbox'>,
	notifyUrl: string,
	atOnce: number,
): Promise<boolean> {
	for (let round = 0; round < ROUNDS; round += 1) {
		const payments = Array.from({ length: round === 0 ? 1 : atOnce }, () =>
			sandbox.pay({ attach: `${WARM_UP_PRODUCT.sku}@1`, total: 1 }),
		);
		await Promise.all(
			payments.map(async (payment) => await sandbox.notify(payment, { url: notifyUrl })),
		);
		const fast = payments.every(({ transaction_id }) =>
			sandbox
				.deliveries({ transaction_id })
				.some(
					({ attempt, acknowledged, latency_ms }) =>
						attempt === 1 && acknowledged && latency_ms < FAST_MS,
				),
		);
		if (fast && round > 0) return true;
	}
	return false;
}
