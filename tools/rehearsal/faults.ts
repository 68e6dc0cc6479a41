import { busiest } from './arrivals';
import { wholeBetween, type Random } from './random';

/** Which chain a fault can happen to: any, one that was started here, and there in which mode. */
export type FaultNeeds = 'nothing' | 'started here' | 'one process' | 'queue mode';

interface FaultFacts {
	/** How long it lasts unless said otherwise. */
	seconds: number;
	words: string;
	needs: FaultNeeds;
}

/** What can go wrong in mid-surge. */
export const FAULTS = {
	'odoo-down': { seconds: 15, words: 'Odoo does not answer', needs: 'nothing' },
	'odoo-slow': { seconds: 20, words: 'Odoo answers 3 seconds late', needs: 'nothing' },
	'odoo-answers-dropped': {
		...{ seconds: 15, needs: 'nothing' },
		words: 'a third of Odoo’s answers are lost',
	},
	'n8n-killed': {
		...{ seconds: 5, needs: 'started here' },
		words: 'n8n is killed, and started again afterwards',
	},
	'answers-dropped': {
		...{ seconds: 15, needs: 'nothing' },
		words: 'half of n8n’s answers never reach WeChat',
	},
	poison: {
		...{ seconds: 10, needs: 'nothing' },
		words: 'payments arrive that cannot become orders',
	},
	'wechat-limited': {
		...{ seconds: 30, needs: 'nothing' },
		words: 'WeChat’s API refuses every call as too many',
	},
	'clock-skew': {
		...{ seconds: 20, needs: 'nothing' },
		words: 'the clocks of WeChat and n8n are 10 minutes apart',
	},
	'database-failover': {
		...{ seconds: 8, needs: 'started here' },
		words: 'PostgreSQL is killed, Odoo’s and in queue mode n8n’s, and comes back',
	},
	'disk-full': {
		...{ seconds: 15, needs: 'one process' },
		words: 'not a byte is left on n8n’s disk',
	},
	'worker-killed': {
		...{ seconds: 10, needs: 'queue mode' },
		words: 'one of n8n’s workers is killed, and started again afterwards',
	},
	'webhook-killed': {
		...{ seconds: 10, needs: 'queue mode' },
		words: 'one of n8n’s webhook processors is killed, and started again afterwards',
	},
} as const satisfies Record<string, FaultFacts>;

export type FaultKind = keyof typeof FAULTS;

/** The faults that can happen to a chain that was started here, in queue mode or as one process. */
export function faultsFor(queue: boolean): FaultKind[] {
	const without: FaultNeeds = queue ? 'one process' : 'queue mode';
	return (Object.keys(FAULTS) as FaultKind[]).filter((kind) => FAULTS[kind].needs !== without);
}

/**
 * @param own whether the chain is the user's own
 * @throws Error when a fault cannot happen to this chain
 */
export function demandPossible(kinds: FaultKind[], own: boolean, queue: boolean): void {
	for (const kind of kinds) {
		const { needs } = FAULTS[kind];
		if (own && needs !== 'nothing') {
			throw new Error(`--fault ${kind} needs an n8n and an Odoo that the rehearsal starts itself`);
		}
		if (needs === 'queue mode' && !queue) throw new Error(`--fault ${kind} needs --queue`);
		if (needs === 'one process' && queue) {
			throw new Error(
				`--fault ${kind} is for one process: in queue mode the data is in PostgreSQL`,
			);
		}
	}
}

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

/**
 * A set of faults by chance, as a chaos run takes it: one to three different ones.
 *
 * @param pace how much shorter they last than usual
 */
export function chooseFaults(
	random: Random,
	possible: FaultKind[],
	pace = 1,
): Array<Omit<PlannedFault, 'atS'>> {
	const kinds = [...possible];
	const count = wholeBetween(random, 1, 3);
	return Array.from({ length: count }, () => {
		const [kind = 'odoo-down'] = kinds.splice(Math.floor(random() * kinds.length), 1);
		return { kind, seconds: Math.ceil((FAULTS[kind].seconds / pace) * (0.5 + random())) };
	});
}
