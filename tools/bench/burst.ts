import { Agent, request } from 'node:http';

import type { PreparedRequest, Sandbox } from '../../sandbox';
import type { N8nClient } from '../services/n8n-client';

export interface Burst {
	/** Milliseconds of each answer, in the order of the requests. */
	latencies: number[];
	statuses: number[];
	/** Answers a second, from the first request to the last answer. */
	rate: number;
}

/**
 * That many notifications, each of another payment.
 *
 * @param nameEach the order number of a payment by its place in the crowd; any number when undefined
 */
export const crowd = (
	sandbox: Sandbox,
	size: number,
	nameEach: (at: number) => string | undefined = () => undefined,
): PreparedRequest[] =>
	Array.from({ length: size }, (_, at) => {
		const out_trade_no = nameEach(at);
		const order = { total: 9900, attach: 'TEE-RED-M@9900' };
		return sandbox.prepareNotification(
			sandbox.pay({ ...order, ...(out_trade_no === undefined ? {} : { out_trade_no }) }),
		);
	});

/** Executions go on after the answer: the next burst starts when they have ended. */
export async function settled(client: N8nClient): Promise<void> {
	// Right after a crowd n8n may say that its database is not ready.
	const running = async () => await client.running().catch(() => 1);
	while ((await running()) > 0) await new Promise((resolve) => setTimeout(resolve, 100));
}

/** Posts all requests at once, each over a separate connection, and waits for every answer. */
export async function burst(url: string, requests: PreparedRequest[]): Promise<Burst> {
	const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });
	const began = performance.now();
	const answers = await Promise.all(requests.map(async (one) => await post(url, one, agent)));
	const seconds = (performance.now() - began) / 1000;
	agent.destroy();
	return {
		latencies: answers.map(({ ms }) => ms),
		statuses: answers.map(({ status }) => status),
		rate: requests.length / seconds,
	};
}

async function post(
	url: string,
	{ headers, query, body }: PreparedRequest,
	agent: Agent,
): Promise<{ ms: number; status: number }> {
	const began = performance.now();
	return await new Promise((resolve, reject) => {
		const address = query ? `${url}?${new URLSearchParams(query).toString()}` : url;
		const call = request(address, { method: 'POST', headers, agent }, (response) => {
			response.resume();
			response.once('end', () =>
				resolve({ ms: performance.now() - began, status: response.statusCode ?? 0 }),
			);
		});
		call.once('error', reject);
		call.end(body);
	});
}
