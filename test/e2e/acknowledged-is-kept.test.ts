import type { Payment } from '../../sandbox';
import { odooFields } from '../../tools/services/odoo-fields';
import {
	acknowledging,
	publishTemplate,
	readTemplate,
	startOrderingStack,
	type OrderingStack,
} from '../../tools/services/ordering-stack';
import { waitUntil } from '../../tools/services/processes';
import { troubleProxy, type TroubleProxy } from '../../tools/services/proxy';
import { recordedOrders } from '../../tools/services/recorded-orders';
import { publishRetry } from '../../tools/services/retry-template';

const PRODUCTS = [{ sku: 'TEE-RED-M', name: 'Red tee, M', price: 99, stock: 100 }];

let stack: OrderingStack;
let odooProxy: TroubleProxy;
let ordering: { id: string; notifyUrl: string };

beforeAll(async () => {
	stack = await startOrderingStack({ products: PRODUCTS });
	odooProxy = await troubleProxy(stack.odoo.url);
	const fields = { ...odooFields(stack.odoo), url: odooProxy.url };
	const odooForWechatApi = await stack.client.createCredential('odooForWechatApi', 'Odoo', fields);
	const at = { ...stack, credentials: { ...stack.credentials, odooForWechatApi } };
	const template = acknowledging(await readTemplate('ordering.json'), 'immediately');
	ordering = await publishTemplate(at, template);
	await publishRetry(at, ordering.id, 5);
}, 1_800_000);

afterAll(async () => {
	await stack?.stop();
	await odooProxy?.close();
}, 60_000);

const pay = async (count: number): Promise<Payment[]> => {
	const payments = Array.from({ length: count }, () =>
		stack.sandbox.pay({ total: 9900, attach: 'TEE-RED-M@9900' }),
	);
	const answers = await Promise.all(
		payments.map(
			async (payment) =>
				await stack.sandbox.notify(payment, { url: ordering.notifyUrl, maxResends: 0 }),
		),
	);
	expect(answers.map(({ acknowledged }) => acknowledged)).toEqual(payments.map(() => true));
	return payments;
};

const areRecorded = async (payments: Payment[]) => {
	const ids = payments.map(({ transaction_id }) => transaction_id);
	const sold = async () =>
		(await recordedOrders(stack.admin, ids)).filter(({ state }) => state === 'sale');
	await waitUntil('every payment is recorded', 120_000, async () => {
		return (await sold()).length >= payments.length;
	});
	const orders = await recordedOrders(stack.admin, ids);
	expect(orders.map(({ client_order_ref }) => client_order_ref).sort()).toEqual(ids.sort());
};

it('records what was acknowledged while Odoo was down, without another notification', async () => {
	await pay(1);
	odooProxy.trouble.down = true;
	const payments = await pay(5);
	await waitUntil('the execution has failed', 120_000, async () => {
		return (await stack.client.executionCount(ordering.id, ['error'])) > 0;
	});
	odooProxy.trouble.down = false;
	await areRecorded(payments);
}, 300_000);

it('records what was acknowledged when n8n was killed in the middle, without another notification', async () => {
	odooProxy.trouble.slowMs = 3000;
	const payments = await pay(5);
	await new Promise((resolve) => setTimeout(resolve, 1000));
	await stack.n8n.kill();
	odooProxy.trouble.slowMs = 0;
	await stack.n8n.restart();
	await areRecorded(payments);
	expect(await stack.client.executionCount(ordering.id, ['crashed'])).toBeGreaterThan(0);
}, 300_000);
