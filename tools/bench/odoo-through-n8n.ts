import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import type { PreparedRequest } from '../../sandbox';
import {
	publishTemplate,
	readTemplate,
	startOrderingStack,
	type OrderingStack,
} from '../services/ordering-stack';
import { progressFor } from '../services/progress';
import { percentile, type Metric } from './metric';

const SLOW = { perSecond: 3.3, callbacks: 100 };
const FAST = { perSecond: 8, callbacks: 160 };

interface Answers {
	/** Milliseconds from sending to WeChat's answer. */
	latencies: number[];
	/** Callbacks whose first answer was no acknowledgement. */
	refused: number;
}

/**
 * The template *ordering* in a real n8n that answers WeChat once the stock is reserved in a real Odoo,
 * all orders for one product. Nothing is sent again: only first answers count.
 */
export async function throughN8n(): Promise<Metric[]> {
	const progress = progressFor('bench odoo');
	const stack = await startOrderingStack({
		products: [{ sku: 'HOT', name: 'Hot product', price: 99, stock: 1_000_000 }],
		n8nEnv: { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' },
	});
	try {
		const { notifyUrl } = await publishTemplate(stack, await readTemplate('ordering.json'));
		await arriving(stack, notifyUrl, { perSecond: 4, callbacks: 20 });
		progress(`${SLOW.perSecond} a second through n8n`);
		const slow = await arriving(stack, notifyUrl, SLOW);
		progress(`${FAST.perSecond} a second through n8n`);
		const fast = await arriving(stack, notifyUrl, FAST);
		return metrics(slow, fast);
	} finally {
		await stack.stop();
	}
}

async function arriving(
	{ sandbox }: OrderingStack,
	url: string,
	{ perSecond, callbacks }: typeof SLOW,
): Promise<Answers> {
	const answers = await Promise.all(
		Array.from({ length: callbacks }, async (_, index) => {
			await sleep((index * 1000) / perSecond);
			return await post(
				url,
				sandbox.prepareNotification(sandbox.pay({ total: 9900, attach: 'HOT@9900' })),
			);
		}),
	);
	return {
		latencies: answers.map(({ ms }) => ms),
		refused: answers.filter(({ status }) => status < 200 || status > 299).length,
	};
}

async function post(
	url: string,
	{ headers, body }: PreparedRequest,
): Promise<{ ms: number; status: number }> {
	const began = performance.now();
	return await new Promise((resolve, reject) => {
		const call = request(url, { method: 'POST', headers, agent: false }, (response) => {
			response.resume();
			response.once('end', () =>
				resolve({ ms: performance.now() - began, status: response.statusCode ?? 0 }),
			);
		});
		call.once('error', reject);
		call.end(body);
	});
}

function metrics(slow: Answers, fast: Answers): Metric[] {
	const at = ({ latencies }: Answers, share: number) => Math.round(percentile(latencies, share));
	const name = (what: string) => `through n8n, answered when reserved, ${what}`;
	return [
		{ metric: name('3.3 a second: p50'), value: at(slow, 0.5), unit: 'ms' },
		{ metric: name('3.3 a second: p95'), value: at(slow, 0.95), unit: 'ms', goal: { below: 1000 } },
		{ metric: name('3.3 a second: slowest'), value: at(slow, 1), unit: 'ms' },
		{ metric: name('8 a second: p50'), value: at(fast, 0.5), unit: 'ms' },
		{ metric: name('8 a second: p95'), value: at(fast, 0.95), unit: 'ms' },
		{ metric: name('8 a second: slowest'), value: at(fast, 1), unit: 'ms', goal: { below: 5000 } },
		{
			metric: name('not acknowledged at first'),
			value: slow.refused + fast.refused,
			unit: '',
			goal: { below: 1 },
		},
	];
}
