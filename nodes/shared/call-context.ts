import { sleep } from 'n8n-workflow';

import { downloadHttp, sendHttp, type HttpCallContext } from '../../lib/core/http';

/** The real clock, chance, pauses and network. */
export const callContext: HttpCallContext = {
	now: Date.now,
	monotonic: () => performance.now(),
	random: Math.random,
	sleep,
	send: sendHttp,
	download: downloadHttp,
};
