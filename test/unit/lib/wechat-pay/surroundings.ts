import { randomBytes } from 'node:crypto';

import { downloadHttp, sendHttp } from '../../../../lib/core/http';
import type { CallSurroundings } from '../../../../lib/wechat-pay/api/client';

/** The real network and clock; pauses between attempts pass at once and are noted. */
export function testSurroundings(
	more: Partial<CallSurroundings> = {},
): CallSurroundings & { pauses: number[] } {
	const pauses: number[] = [];
	let passed = 0;
	return {
		now: () => Math.floor(Date.now() / 1000),
		nonce: () => randomBytes(16).toString('hex'),
		send: sendHttp,
		download: downloadHttp,
		environment: {
			now: () => passed,
			random: () => 0.5,
			sleep: async (ms) => {
				pauses.push(ms);
				passed += ms;
			},
		},
		...more,
		pauses,
	};
}
