import type { QueueSize } from '../services/n8n-queue';
import { waitUntil } from '../services/processes';
import type { Progress } from '../services/progress';
import type { Chain } from './chain';
import type { RehearsalProduct } from './products';
import { watchOrders } from './watch';

/** Bought before the campaign begins. Its units are not counted. */
export const TEST_PRODUCT: RehearsalProduct = {
	sku: 'REHEARSAL-TEST',
	name: 'Rehearsal: test order',
	price_fen: 1,
};

/**
 * Orders of ¥0.01 before the campaign, as going live asks for: two in a row for each process that
 * receives or runs payments, since the first one that a process has is slower than all others.
 *
 * @throws Error when an order is not there after two minutes
 */
export async function testOrders(
	{ sandbox, notifyUrl, admin, odooProxy }: Chain,
	queue: QueueSize | undefined,
	progress: Progress,
): Promise<void> {
	const count = 2 * (queue ? Math.max(queue.webhooks, queue.workers) : 1);
	progress(`${count} test orders`);
	const watch = watchOrders(admin, Date.now);
	for (let order = 0; order < count; order += 1) {
		const { sku, price_fen: total } = TEST_PRODUCT;
		const payment = sandbox.pay({ total, attach: `${sku}*1@${total}` });
		watch.add(payment.transaction_id);
		void sandbox.notify(payment, { url: notifyUrl });
		await waitUntil('the test order is in Odoo', 120_000, async () => {
			await watch.look();
			return watch.seen.get(payment.transaction_id)?.confirmedAtMs !== undefined;
		});
	}
	odooProxy.forget();
}
