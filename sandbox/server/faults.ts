/** Beginnings of the paths of api.weixin.qq.com. */
export const SERVER_API_PATHS = ['/cgi-bin/', '/wxa/', '/channels/'];

export const FAULT_KINDS = ['rateLimit', 'error', 'slow', 'dropped', 'refusal'] as const;

/**
 * What goes wrong with a call to the API:
 * - `rateLimit`: 429 (WeChat Pay), errcode 45011 (server API), before any work is done;
 * - `error`: 500 or 503 with WeChat's code, 502 as a gateway writes it, unsigned; before any work is done, unless `done`;
 * - `slow`: the answer comes late;
 * - `dropped`: the work is done, and the connection closed in place of an answer;
 * - `refusal`: an `errcode` of the server API, before any work is done. Never hits WeChat Pay.
 */
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface Fault {
	kind: FaultKind;
	/** What the path begins with: every path by default. */
	path?: string;
	method?: 'GET' | 'POST' | 'PATCH';
	/** How many calls it hits; every one by default. */
	times?: number;
	/** Share of the calls it hits, 0 to 1: 1. */
	share?: number;
	/** Of `rateLimit`: `Retry-After` in seconds, absent by default. */
	retryAfterS?: number;
	/** Of `error`: 500. */
	status?: 500 | 502 | 503;
	/** Of `error`: the work is done nevertheless. */
	done?: boolean;
	/** Of `refusal`: -1, system busy. */
	errcode?: number;
	/** Of `slow`: 10 000. Not scaled. */
	delayMs?: number;
}

/** The faults that are switched on. Several may hit one call. */
export interface Faults {
	/** Returns a function that switches it off again. */
	add(fault: Fault): () => void;
	clear(): void;
}

/** One call to the API, as it came in and what it got. */
export interface ApiCall {
	method: string;
	/** Path and query. */
	target: string;
	/** Null when the answer was dropped. */
	status: number | null;
	/** Of the server API: 0 when the call was done. */
	errcode?: number;
	/** What went wrong on purpose. */
	faults: FaultKind[];
	/** ISO 8601. */
	at: string;
}

interface ActiveFault {
	fault: Fault;
	left: number;
}

/** Keeps the faults and draws which hit a call. */
export class FaultList implements Faults {
	private active: ActiveFault[] = [];

	constructor(private readonly isHit: (share: number) => boolean) {}

	add(fault: Fault): () => void {
		const added = { fault, left: fault.times ?? Infinity };
		this.active.push(added);
		return () => {
			this.active = this.active.filter((one) => one !== added);
		};
	}

	clear(): void {
		this.active = [];
	}

	/** The faults of this call; counts it. */
	hitting(call: { method: string; target: string }): Fault[] {
		const hits = this.active.filter(
			({ fault, left }) =>
				left > 0 &&
				call.target.startsWith(fault.path ?? '/') &&
				(fault.kind !== 'refusal' ||
					SERVER_API_PATHS.some((path) => call.target.startsWith(path))) &&
				(fault.method ?? call.method) === call.method &&
				this.isHit(fault.share ?? 1),
		);
		for (const hit of hits) hit.left -= 1;
		return hits.map(({ fault }) => fault);
	}
}
