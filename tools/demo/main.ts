import { setTimeout } from 'node:timers/promises';

import type { Payment } from '../../sandbox';
import { compileOnChange, HOT_RELOAD } from './hot-reload';
import { explainDemo, INTRODUCTION, printOrders } from './report';
import { buyInMall, demoPayments, DEMO_PRODUCTS } from './payments';
import { WARM_UP_PRODUCT, warmUp } from './warm-up';
import { fillShelfFromOdoo, odooOrderReader } from './shop';
import { askingTheMall } from '../services/mall-template';
import { publishTemplate, readTemplate, startOrderingStack } from '../services/ordering-stack';
import { reasonOf } from '../services/reason';
import { USUAL_QUEUE } from '../services/n8n-queue';
import { cleanUp } from '../services/processes';
import { progressFor } from '../services/progress';

const MS_BETWEEN_BUYERS = 300;

/**
 * Ten payments through the real chain, two of them sent several times.
 *
 * `--once` ends after them, `--queue` runs n8n in queue mode, `--watch` makes n8n load the nodes
 * again after each change in this checkout.
 *
 * @returns the exit code: 1 when the payments did not become what they should
 */
async function main(options: Set<string>): Promise<number> {
	process.stdout.write(INTRODUCTION);
	const progress = progressFor('demo');
	const stack = await startOrderingStack({
		products: [...DEMO_PRODUCTS, WARM_UP_PRODUCT],
		...(options.has('--queue') ? { queue: USUAL_QUEUE } : {}),
		...(options.has('--watch') ? { n8nEnv: HOT_RELOAD } : {}),
	});
	progress('importing and publishing workflows/ordering.json, with Get Order From Shop turned on');
	const template = askingTheMall(await readTemplate('ordering.json'));
	const { notifyUrl } = await publishTemplate(stack, template);

	const { phone } = stack.sandbox;
	phone.notifyUrl = notifyUrl;
	phone.readOdooOrders = odooOrderReader(stack.odoo, stack.admin);
	const orders = demoPayments();
	progress('warming up with orders of ¥0.01, which are not shown');
	const together = await warmUp(stack, notifyUrl, orders.length);
	const how = together ? 'together' : 'one after the other, since this machine is busy';
	progress(`ten buyers pay, ${how}; WeChat sends the notifications of two payments several times`);
	const paid: Payment[] = [];
	const delivered: Array<Promise<unknown>> = [];
	for (const [index, { copies, ...order }] of orders.entries()) {
		const payment = buyInMall(stack.sandbox, order, index);
		paid.push(payment);
		delivered.push(stack.sandbox.notify(payment, { url: notifyUrl, copies }));
		await (together ? setTimeout(MS_BETWEEN_BUYERS) : delivered.at(-1));
	}
	await Promise.all(delivered);

	const holds = await printOrders(stack, paid);
	await fillShelfFromOdoo(stack.sandbox.serverApi.shop, stack.admin);
	if (options.has('--once')) return holds ? 0 : 1;
	process.stdout.write(explainDemo(stack, notifyUrl));
	if (options.has('--watch')) compileOnChange(stack.n8n);
	return await new Promise<never>(() => {
		// Until Ctrl-C, which stops what was started. The timer keeps the process alive.
		setInterval(() => undefined, 60_000);
	});
}

main(new Set(process.argv.slice(2)))
	.then(async (status) => {
		await cleanUp();
		process.exit(status);
	})
	.catch(async (error: unknown) => {
		process.stderr.write(`${reasonOf(error)}\n`);
		await cleanUp();
		process.exit(1);
	});
