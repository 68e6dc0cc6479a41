import process from 'node:process';

let watching = false;
let shuttingDown = false;

/** Watches for the signals that end n8n, which does not report a shutdown to its nodes. */
export function watchForShutdown(): void {
	if (watching) return;
	watching = true;
	// Once, like n8n's own listeners: a second signal ends the process as usual.
	for (const signal of ['SIGTERM', 'SIGINT']) {
		process.once(signal, () => {
			shuttingDown = true;
		});
	}
}

/** Whether n8n is shutting down: what starts now may be cut off. */
export const isShuttingDown = (): boolean => shuttingDown;
