import { compileOnChange, HOT_RELOAD } from './hot-reload';
import { explainDemo, printOrders } from './report';
import { demoPayments, DEMO_PRODUCTS } from './payments';
import { fillShelfFromOdoo, odooOrderReader } from './shop';
import { publishTemplate, readTemplate, startOrderingStack } from '../services/ordering-stack';
import { reasonOf } from '../services/reason';
import { USUAL_QUEUE } from '../services/n8n-queue';
import { cleanUp } from '../services/processes';
import { progressFor } from '../services/progress';

/**
 * Ten payments through the real chain, two of them sent several times.
 *
 * `--once` ends after them, `--queue` runs n8n in queue mode, `--watch` makes n8n load the nodes
 * again after each change in this checkout.
 */
async function main(options: Set<string>): Promise<void> {
	const progress = progressFor('demo');
	const stack = await startOrderingStack({
		products: DEMO_PRODUCTS,
		...(options.has('--queue') ? { queue: USUAL_QUEUE } : {}),
		...(options.has('--watch') ? { n8nEnv: HOT_RELOAD } : {}),
	});
	progress('importing and publishing workflows/ordering.json, unchanged');
	const { notifyUrl } = await publishTemplate(stack, await readTemplate('ordering.json'));

	const { phone } = stack.sandbox;
	phone.notifyUrl = notifyUrl;
	phone.readOdooOrders = odooOrderReader(stack.odoo, stack.admin);
	progress('ten buyers pay; WeChat sends the notifications of two payments several times');
	const paid = demoPayments().map(({ copies, ...order }) => ({
		payment: stack.sandbox.pay(order),
		copies,
	}));
	await Promise.all(
		paid.map(async ({ payment, copies }) =>
			stack.sandbox.notify(payment, { url: notifyUrl, copies }),
		),
	);

	await printOrders(
		stack,
		paid.map(({ payment }) => payment),
	);
	await fillShelfFromOdoo(stack.sandbox.serverApi.shop, stack.admin);
	if (options.has('--once')) return;
	process.stdout.write(explainDemo(stack, notifyUrl));
	if (options.has('--watch')) compileOnChange(stack.n8n);
	await new Promise(() => {
		// Until Ctrl-C, which stops what was started. The timer keeps the process alive.
		setInterval(() => undefined, 60_000);
	});
}

main(new Set(process.argv.slice(2)))
	.then(async () => {
		await cleanUp();
		process.exit(0);
	})
	.catch(async (error: unknown) => {
		process.stderr.write(`${reasonOf(error)}\n`);
		await cleanUp();
		process.exit(1);
	});
