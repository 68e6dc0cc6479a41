import { randomBytes } from 'node:crypto';
import { sleep } from 'n8n-workflow';

import { downloadHttp, sendHttp } from '../../lib/core/http';
import type { CallSurroundings } from '../../lib/wechat-pay/api/client';

/** The real clock, randomness and network for signed calls. */
export const surroundings: CallSurroundings = {
	now: () => Math.floor(Date.now() / 1000),
	nonce: () => randomBytes(16).toString('hex'),
	send: sendHttp,
	download: downloadHttp,
	environment: { now: Date.now, random: Math.random, sleep },
};
