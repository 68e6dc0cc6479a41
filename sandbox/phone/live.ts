import { setTimeout as wait } from 'node:timers/promises';

import type { Controls } from '../control/controls';
import { OdooReader } from './odoo-orders';
import { phoneState } from './state';

const LOOK_MS = 250;
/** A proxy, or a browser asleep, takes a silent connection for a dead one. */
const SIGN_OF_LIFE_MS = 15_000;

/** Server-sent events: the whole state at first, then again whenever it has changed. */
export function liveState(
	sandbox: Controls,
	now: () => number,
): (closed: AbortSignal) => AsyncGenerator<string> {
	const reader = new OdooReader(now);
	return async function* (closed) {
		let told = '';
		let toldMs = now();
		while (!closed.aborted) {
			const state = JSON.stringify(phoneState(sandbox, reader));
			if (state !== told) yield `data: ${state}\n\n`;
			else if (now() - toldMs > SIGN_OF_LIFE_MS) yield ': still here\n\n';
			if (state !== told || now() - toldMs > SIGN_OF_LIFE_MS) toldMs = now();
			told = state;
			await wait(LOOK_MS, undefined, { signal: closed }).catch(() => undefined);
		}
	};
}
