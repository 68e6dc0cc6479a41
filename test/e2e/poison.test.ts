import type { NotifyOptions, Payment } from '../../sandbox';
import {
	acknowledging,
	patient,
	publishTemplate,
	readTemplate,
	startOrderingStack,
	type AcknowledgeMode,
	type OrderingStack,
} from '../../tools/services/ordering-stack';
import { POISONED_PAYMENTS } from '../../tools/services/poisoned-payments';
import { waitUntil } from '../../tools/services/processes';
import { recordedOrders } from '../../tools/services/recorded-orders';

const PRODUCTS = [{ sku: 'TEE-RED-M', name: 'Red tee, M', price: 99, stock: 1000 }];
const GOOD = 35;
const ONE_PROCESS = undefined;
const QUEUE = { webhooks: 2, workers: 2 };

describe.each([
	['in one process', ONE_PROCESS],
	['in queue mode', QUEUE],
])('40 payments at once, 5 of them poisoned, %s', (_, queue) => {
	let stack: OrderingStack;

	beforeAll(async () => {
		// What a payment does to others is tested, not how fast a busy machine is.
		const sandbox = { notifyTimeoutMs: 60_000 };
		stack = await startOrderingStack({ products: PRODUCTS, sandbox, ...(queue ? { queue } : {}) });
	}, 1_800_000);
	afterAll(async () => await stack?.stop(), 60_000);

	const settled = async () =>
		await waitUntil('the runs have ended', 120_000, async () => {
			return (await stack.client.running().catch(() => 1)) === 0;
		});

	it.each(['workflow', 'immediately'] as AcknowledgeMode[])(
		'harm no other payment (%s)',
		async (mode) => {
			const template = patient(acknowledging(await readTemplate('ordering.json'), mode), 50);
			const { notifyUrl: url } = await publishTemplate(stack, template);
			const send = async (payment: Payment, options: NotifyOptions = {}) =>
				(await stack.sandbox.notify(payment, { ...options, url, maxResends: 0 })).deliveries[0];
			const good = () => stack.sandbox.pay({ total: 9900, attach: 'TEE-RED-M@9900' });
			// The first order after a start takes longer.
			await send(good());
			await settled();

			const poisoned = Object.entries(POISONED_PAYMENTS).map(([kind, { order, options }]) => ({
				...{ kind, options },
				payment: stack.sandbox.pay(order),
			}));
			const paid = Array.from({ length: GOOD }, good);
			const [bad, fine] = await Promise.all([
				Promise.all(
					poisoned.map(async ({ kind, payment, options }) => {
						const delivery = await send(payment, options);
						return { kind, status: delivery?.status, id: payment.transaction_id };
					}),
				),
				Promise.all(paid.map(async (payment) => (await send(payment))?.status)),
			]);
			expect(fine).toEqual(paid.map(() => 200));
			await settled();

			const ids = paid.map(({ transaction_id }) => transaction_id);
			const orders = await recordedOrders(stack.admin, ids);
			expect(orders.map(({ client_order_ref }) => client_order_ref).sort()).toEqual(ids.sort());
			expect(orders.filter(({ state }) => state !== 'sale')).toEqual([]);
			for (const { kind, status, id } of bad) {
				const recorded = await recordedOrders(stack.admin, [id]);
				const expected = status === 200 || mode === 'immediately' ? ['draft'] : [];
				const states = recorded.map(({ state }) => state);
				expect({ kind, status, states }).toEqual({ kind, status, states: expected });
			}
		},
		300_000,
	);
});
