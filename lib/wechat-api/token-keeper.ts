import type { AccessToken } from './ask-token';

/** Hands out a token, and a newer one for one that WeChat refused. */
export interface TokenKeeper {
	/** @param refused a token that WeChat just refused: another one is handed out if there is one */
	token(refused?: string): Promise<string>;
}

/** WeChat hands out a new token when the old one has five minutes left; both live that long. */
const RENEW_BEFORE_MS = 300_000;
/** A token near its end is not asked for again at every call. */
const LEAST_MS = 10_000;

/**
 * Keeps one account's token: renewed five minutes before its end, asked for by one call at a time
 * however many wait for it. A refused token is asked for once more, never forced (WeChat, stable
 * access token).
 *
 * @param ask asks WeChat or the token server
 * @param now milliseconds
 */
export function keepToken(ask: () => Promise<AccessToken>, now: () => number): TokenKeeper {
	let kept: { token: string; until: number } | undefined;
	let asking: Promise<string> | undefined;

	const renew = async (): Promise<string> => {
		const { token, expiresIn } = await ask();
		kept = { token, until: now() + Math.max(LEAST_MS, expiresIn * 1000 - RENEW_BEFORE_MS) };
		return token;
	};
	return {
		async token(refused) {
			if (kept && kept.token !== refused && now() < kept.until) return kept.token;
			asking ??= renew().finally(() => (asking = undefined));
			return await asking;
		},
	};
}
