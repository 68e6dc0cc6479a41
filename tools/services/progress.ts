/** Says what a long step is doing, with the seconds since it began: `[odoo 19] unpacking (41 s)`. */
export type Progress = (message: string) => void;

export function progressFor(subject: string, started = Date.now()): Progress {
	return (message) => {
		const seconds = Math.round((Date.now() - started) / 1000);
		process.stderr.write(`[${subject}] ${message} (${seconds} s)\n`);
	};
}

/** Runs a step; while it lasts, prints a sign of life every 20 seconds. */
export async function withSignsOfLife<T>(
	progress: Progress,
	message: string,
	step: () => Promise<T>,
): Promise<T> {
	progress(message);
	const timer = setInterval(() => progress(`still: ${message}`), 20_000);
	try {
		return await step();
	} finally {
		clearInterval(timer);
	}
}
