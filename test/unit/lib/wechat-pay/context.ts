import { downloadHttp, sendHttp, type HttpCallContext } from '../../../../lib/core/http';

/** The real network and clock; pauses between attempts only move the clock, and are noted. */
export function testContext(
	more: Partial<HttpCallContext> = {},
): HttpCallContext & { pauses: number[] } {
	const pauses: number[] = [];
	let passed = 0;
	return {
		now: () => Date.now() + passed,
		monotonic: () => performance.now() + passed,
		random: () => 0.5,
		sleep: async (ms) => {
			pauses.push(ms);
			passed += ms;
		},
		send: sendHttp,
		download: downloadHttp,
		...more,
		pauses,
	};
}
