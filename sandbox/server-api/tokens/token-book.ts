import { ALPHANUMERIC, randomText, type RandomSource } from '../../core/random';
import { ServerApiError } from '../errcode';

/** Access tokens of one line do not touch those of the other. */
export type TokenLine = 'stable' | 'legacy';

/** A token that was handed out. */
export interface IssuedToken {
	access_token: string;
	appid: string;
	line: TokenLine;
	forced: boolean;
	/** Milliseconds, as all times here. */
	issuedAtMs: number;
	expiresAtMs: number;
	/** From when on it is refused although it has not expired; null while nothing ended it. */
	endedAtMs: number | null;
}

const LIFE_MS = 7_200_000;
/** Of an old token beside its successor. */
const OVERLAP_MS = 300_000;
const FORCED_APART_MS = 30_000;

/** The tokens that WeChat handed out, the oldest first. */
export class TokenBook {
	private readonly tokens: IssuedToken[] = [];

	constructor(private readonly random: RandomSource) {}

	/** Normal mode: the same token until its last five minutes, then another one beside it. */
	stable(appid: string, atMs: number): IssuedToken {
		const newest = this.living('stable', appid, atMs).at(-1);
		return newest && newest.expiresAtMs - atMs > OVERLAP_MS
			? newest
			: this.issue({ appid, line: 'stable', forced: false, issuedAtMs: atMs });
	}

	/** A new token; those before it end at once. Not within 30 s of the last time: then it is normal mode. */
	forced(appid: string, atMs: number): IssuedToken {
		const last = this.tokens.filter((one) => one.appid === appid && one.forced).at(-1);
		if (last && atMs - last.issuedAtMs < FORCED_APART_MS) return this.stable(appid, atMs);
		for (const token of this.living('stable', appid, atMs)) token.endedAtMs = atMs;
		return this.issue({ appid, line: 'stable', forced: true, issuedAtMs: atMs });
	}

	/** The older way: every call hands out a new token, and the one before lives five minutes more. */
	legacy(appid: string, atMs: number): IssuedToken {
		for (const token of this.living('legacy', appid, atMs)) token.endedAtMs ??= atMs + OVERLAP_MS;
		return this.issue({ appid, line: 'legacy', forced: false, issuedAtMs: atMs });
	}

	/** @throws ServerApiError 41001, 40014, 40001, 42001, or 48001 for a token of another account */
	check(text: string | undefined, appid: string, atMs: number): void {
		if (!text) throw new ServerApiError(41001);
		if (!/^[\w-]{64,512}$/.test(text)) throw new ServerApiError(40014);
		const token = this.tokens.find((one) => one.access_token === text);
		if (!token || (token.endedAtMs ?? Infinity) <= atMs) throw new ServerApiError(40001);
		if (token.expiresAtMs <= atMs) throw new ServerApiError(42001);
		if (token.appid !== appid) throw new ServerApiError(48001);
	}

	/** Lets every living token of an account end: as a forced refresh elsewhere does (40001), or by age (42001). */
	end(appid: string, how: 'invalidated' | 'expired', atMs: number): void {
		const living = [...this.living('stable', appid, atMs), ...this.living('legacy', appid, atMs)];
		for (const token of living) {
			if (how === 'expired') token.expiresAtMs = atMs;
			else token.endedAtMs = atMs;
		}
	}

	all(): IssuedToken[] {
		return this.tokens.map((token) => ({ ...token }));
	}

	private living(line: TokenLine, appid: string, atMs: number): IssuedToken[] {
		return this.tokens.filter(
			(token) =>
				token.line === line &&
				token.appid === appid &&
				token.expiresAtMs > atMs &&
				(token.endedAtMs ?? Infinity) > atMs,
		);
	}

	private issue(token: Pick<IssuedToken, 'appid' | 'line' | 'forced' | 'issuedAtMs'>): IssuedToken {
		const issued = {
			access_token: `99_${randomText(this.random, 133, ALPHANUMERIC)}`,
			...token,
			expiresAtMs: token.issuedAtMs + LIFE_MS,
			endedAtMs: null,
		};
		this.tokens.push(issued);
		return issued;
	}
}
