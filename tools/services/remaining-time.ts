/** A step of an installation, recognized by its message. */
export interface PlannedStep {
	message: RegExp;
	/** As measured on 2 cores with a nearby mirror. */
	seconds: number;
}

/** What the first start of each service does, in this order. */
export const INSTALLATIONS: Record<'n8n' | 'odoo', PlannedStep[]> = {
	n8n: [
		{ message: /installing Node/, seconds: 20 },
		{ message: /installing n8n/, seconds: 150 },
		{ message: /building the SQLite driver/, seconds: 80 },
		{ message: /preparing an n8n database/, seconds: 30 },
	],
	odoo: [
		{ message: /unpacking Debian|fetching the Docker image/, seconds: 40 },
		{ message: /installing .*odoo/, seconds: 70 },
		{ message: /preparing a database/, seconds: 45 },
	],
};

/** A step that has begun, with its place in the plan and the milliseconds at that moment. */
export interface BegunStep {
	step: number;
	at: number;
}

/**
 * Seconds until the last step of a plan has ended. The steps that are over say how much slower or faster
 * this machine is than the plan.
 *
 * @returns undefined before the first step
 */
export function remainingSeconds(
	plan: PlannedStep[],
	begun: BegunStep[],
	now: number,
): number | undefined {
	const [first, current] = [begun[0], begun.at(-1)];
	if (!first || !current) return undefined;
	const planned = (from: number, to: number): number =>
		plan.slice(from, to).reduce((sum, { seconds }) => sum + seconds, 0);
	const over = planned(first.step, current.step);
	const pace = over > 0 ? (current.at - first.at) / 1000 / over : 1;
	// A step that takes longer than planned is always nearly over.
	const here = planned(current.step, current.step + 1) * pace;
	const left = Math.max(here * 0.1, here - (now - current.at) / 1000);
	return left + planned(current.step + 1, plan.length) * pace;
}
