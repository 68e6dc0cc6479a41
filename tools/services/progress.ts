import { remainingSeconds, type BegunStep, type PlannedStep } from './remaining-time';

/** Says what a long step is doing, with the seconds since it began: `[odoo 19] unpacking (41 s)`. */
export type Progress = (message: string) => void;

/** @param plan the steps of an installation: with them, a message also says how long it still takes */
export function progressFor(
	subject: string,
	plan: PlannedStep[] = [],
	started = Date.now(),
): Progress {
	const begun: BegunStep[] = [];
	return (message) => {
		const now = Date.now();
		const step = plan.findIndex((planned) => planned.message.test(message));
		if (step >= 0 && begun.at(-1)?.step !== step) begun.push({ step, at: now });
		const remaining = step >= 0 ? remainingSeconds(plan, begun, now) : undefined;
		const left = remaining === undefined ? '' : `, about ${duration(remaining)} left`;
		const seconds = Math.round((now - started) / 1000);
		process.stderr.write(`[${subject}] ${message} (${seconds} s${left})\n`);
	};
}

const duration = (seconds: number): string =>
	seconds < 60 ? `${Math.ceil(seconds / 10) * 10} s` : `${Math.ceil(seconds / 60)} min`;

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
