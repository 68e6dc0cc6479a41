import process from 'node:process';

let watching = false;
let stopping = false;

/** From now on notes when n8n is told to stop. n8n itself tells its nodes nothing of it. */
export function watchForStop(): void {
	if (watching) return;
	watching = true;
	// Once, as n8n's own listeners: a second signal ends the process as ever.
	for (const signal of ['SIGTERM', 'SIGINT']) {
		process.once(signal, () => {
			stopping = true;
		});
	}
}

/** True once n8n has been told to stop: what is begun now may be cut off. */
export const isStopping = (): boolean => stopping;
