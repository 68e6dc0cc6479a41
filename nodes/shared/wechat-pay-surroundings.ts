import { randomBytes } from 'node:crypto';

import { sendHttp } from '../../lib/http';
import type { Surroundings } from '../../lib/wechat-pay/client';

/** The real clock, randomness and network for signed calls. */
export const surroundings: Surroundings = {
	now: () => Math.floor(Date.now() / 1000),
	nonce: () => randomBytes(16).toString('hex'),
	send: sendHttp,
};
