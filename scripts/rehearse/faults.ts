import { busiest } from './arrivals';
import { wholeBetween, type Random } from './random';

/** What can go wrong in mid-surge, and for how many seconds unless said otherwise. */
export const FAULTS = {
	'odoo-down': { seconds: 15, words: 'Odoo does not answer' },
	'odoo-slow': { seconds: 20, words: 'Odoo answers 3 seconds late' },
	'odoo-answers-dropped': { seconds: 15, words: 'a third of Odoo’s answers are lost' },
	'n8n-killed': { seconds: 5, words: 'n8n is killed, and started again afterwards' },
	'answers-dropped': { seconds: 15, words: 'half of n8n’s answers never reach WeChat' },
	'wechat-limited': { seconds: 30, words: 'WeChat’s API refuses every call as too many' },
	'clock-skew': { seconds: 20, words: 'the clocks of WeChat and n8n are 10 minutes apart' },
} as const;

export type FaultKind = keyof typeof FAULTS;

/** A fault with its time, both in real seconds from the first payment on. */
export interface PlannedFault {
	kind: FaultKind;
	atS: number;
	seconds: number;
}

const isKind = (text: string): text is FaultKind => Object.hasOwn(FAULTS, text);

/**
 * Reads `odoo-down` or `odoo-down:30`.
 *
 * @throws Error that names the faults there are
 */
export function readFault(text: string): Omit<PlannedFault, 'atS'> {
	const [kind = '', length] = text.split(':');
	if (!isKind(kind)) {
		throw new Error(`There is no fault "${kind}", only ${Object.keys(FAULTS).join(', ')}`);
	}
	const seconds = length === undefined ? FAULTS[kind].seconds : Number(length);
	if (!(seconds > 0)) throw new Error(`--fault ${kind} takes seconds, not "${length}"`);
	return { kind, seconds };
}

/**
 * Puts each fault where it hurts: into the busiest tenth of the time, at a moment that chance chooses.
 *
 * @param times of the payments, in real milliseconds, ascending
 */
export function placeFaults(
	faults: Array<Omit<PlannedFault, 'atS'>>,
	times: number[],
	random: Random,
): PlannedFault[] {
	const windowMs = Math.max(1, (times.at(-1) ?? 0) / 10);
	const most = busiest(times, windowMs);
	const start = times.find(
		(_, index) => (times[index + most - 1] ?? Infinity) - (times[index] ?? 0) <= windowMs,
	);
	return faults.map((fault) => ({
		...fault,
		atS: Number((((start ?? 0) + random() * windowMs) / 1000).toFixed(1)),
	}));
}

/** A set of faults by chance, as a chaos run takes it: one to three different ones. */
export function chooseFaults(random: Random): Array<Omit<PlannedFault, 'atS'>> {
	const kinds = Object.keys(FAULTS) as FaultKind[];
	const count = wholeBetween(random, 1, 3);
	return Array.from({ length: count }, () => {
		const [kind = 'odoo-down'] = kinds.splice(Math.floor(random() * kinds.length), 1);
		return { kind, seconds: Math.ceil(FAULTS[kind].seconds * (0.5 + random())) };
	});
}
