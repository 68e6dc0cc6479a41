import type { Deadline } from '../core/deadline';
import { IntegrationError } from '../core/errors';
import { memoizeAsync } from '../core/memoize';
import type { CallArguments, OdooClient, OdooTransport, OdooVersion } from './client';

export function createOdooClient(
	transport: OdooTransport,
	version: OdooVersion,
	protocol: 'json2' | 'xmlrpc',
): OdooClient {
	const client: OdooClient = {
		version,
		protocol,
		call: async (model: string, method: string, args?: CallArguments) =>
			await transport.call(model, method, args),
		userId: async () => await transport.userId(),
		fields: async (model) => await fieldsOf(client, model),
		remember: memoizeAsync(),
	};
	return client;
}

/** Field names of a model, read through this client (and so within its deadline). */
export async function fieldsOf(odoo: OdooClient, model: string): Promise<ReadonlySet<string>> {
	return await odoo.remember(`fields of ${model}`, async () => {
		const fields = await odoo.call(model, 'fields_get', { params: { attributes: ['type'] } });
		return new Set(Object.keys(fields as object));
	});
}

/**
 * The same client, limited to a deadline.
 *
 * @throws IntegrationError `ODOO_TIME_BUDGET` from a call that starts or would end after the deadline
 */
export function withinDeadline(odoo: OdooClient, deadline: Deadline): OdooClient {
	const bounded: OdooClient = {
		...odoo,
		async call(model, method, args = {}) {
			const timeoutMs = Math.floor(deadline.remainingMs());
			if (timeoutMs <= 0) throw outOfTime();
			return await odoo.call(model, method, { ...args, timeoutMs }).catch((error: unknown) => {
				const cut = error instanceof IntegrationError && error.ambiguous;
				return Promise.reject(cut && deadline.remainingMs() <= 0 ? outOfTime() : error);
			});
		},
		fields: async (model) => await fieldsOf(bounded, model),
	};
	return bounded;
}

/** Odoo may still be working, so the next attempt has to look up what exists. */
export const outOfTime = () =>
	new IntegrationError({
		code: 'ODOO_TIME_BUDGET',
		message: 'Odoo did not finish within the time budget of the node.',
		likelyCause: 'Odoo is slow or overloaded, or many orders for one product arrived at once.',
		nextStep:
			'Nothing has to be undone: the next delivery of the notification, or running the step again, takes over what Odoo has done. If this keeps happening, add Odoo workers or let WeChat Pay Trigger acknowledge immediately.',
		retryable: true,
		ambiguous: true,
	});

/** Clock and pause of the pace; replaced in tests. */
export interface PaceClock {
	/** Milliseconds, of any origin. */
	now(): number;
	sleep(ms: number): Promise<void>;
}

/**
 * The same transport with at most so many calls a second, in the order in which they are made, for hosting
 * plans that limit them. A call that could not start within its timeout fails at once.
 *
 * @throws IntegrationError `ODOO_TIME_BUDGET` from such a call
 */
export function paced(
	transport: OdooTransport,
	callsPerSecond: number,
	{ now, sleep }: PaceClock,
): OdooTransport {
	const interval = 1000 / callsPerSecond;
	let next = -Infinity;
	/** @returns milliseconds that the call has waited */
	const turn = async (timeoutMs = Infinity): Promise<number> => {
		const wait = Math.max(0, next - now());
		if (wait >= timeoutMs) throw outOfTime();
		next = now() + wait + interval;
		if (wait > 0) await sleep(wait);
		return wait;
	};
	return {
		async call(model, method, args = {}) {
			const waited = await turn(args.timeoutMs);
			const left = args.timeoutMs && { timeoutMs: args.timeoutMs - waited };
			return await transport.call(model, method, { ...args, ...left });
		},
		userId: async () => await transport.userId(),
	};
}
