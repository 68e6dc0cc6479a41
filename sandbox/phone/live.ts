import { setTimeout as wait } from 'node:timers/promises';

import type { Controls } from '../control/controls';
import { OdooReader } from './odoo-orders';
import { phoneState } from './state';

const POLL_MS = 250;
/** A proxy, or a browser asleep, closes a silent connection. */
const KEEP_ALIVE_MS = 15_000;

/** Server-sent events: the whole state at first, then again whenever it has changed. */
export function liveState(
	sandbox: Controls,
	now: () => number,
): (closed: AbortSignal) => AsyncGenerator<string> {
	const reader = new OdooReader(now);
	return async function* (closed) {
		let sent = '';
		let sentMs = now();
		while (!closed.aborted) {
			const state = JSON.stringify(phoneState(sandbox, reader));
			if (state !== sent) yield `data: ${state}\n\n`;
			else if (now() - sentMs > KEEP_ALIVE_MS) yield ': keep-alive\n\n';
			if (state !== sent || now() - sentMs > KEEP_ALIVE_MS) sentMs = now();
			sent = state;
			await wait(POLL_MS, undefined, { signal: closed }).catch(() => undefined);
		}
	};
}
