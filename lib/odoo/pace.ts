import { outOfTime } from './create-client';
import type { OdooTransport } from './client';

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
