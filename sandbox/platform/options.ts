import type { Credentials } from '../keys/credentials';
import type { KeyMode } from '../notifications/options';
import type { RandomSource } from '../core/random';
import type { FeeRates } from '../payments/fees';
import type { ServerApiRules } from '../server-api/rules';
import type { SigningShares } from '../keys/signing-shares';

export type BillSchedule = 'immediate' | 'wechat';

export interface SandboxOptions {
	/** A free one by default. Always on the loopback address. */
	port?: number;
	mchid?: string;
	appid?: string;
	/** 32 ASCII characters. */
	apiV3Key?: string;
	/** 32 ASCII characters. */
	apiV2Key?: string;
	/** `certificate` by default. In `publicKey` mode `/v3/certificates` answers 404, as for newer merchants. */
	keyMode?: KeyMode;
	/** Migration and probes; `sandbox.shares` changes them later. */
	shares?: Partial<SigningShares>;
	/** Keys issued before, to spare the time. */
	credentials?: Credentials;
	/** Length of a second of the resend schedule: 1 is real, 0.01 resends 100 times faster. */
	timeScale?: number;
	/** `immediate` by default: bills of every day, today's too. `wechat`: from 10:00 the day after. */
	billSchedule?: BillSchedule;
	/** What global WeChat Pay pays out in: USD by default. */
	settlementCurrency?: string;
	/** The fee of payments made on a day in Beijing (`yyyy-MM-dd`), in hundredths of a percent: 60 every day. */
	feeRates?: FeeRates;
	/** What has to come together before global WeChat Pay pays out, smallest unit: 0, so every day. */
	payoutFrom?: number;
	/** How api.weixin.qq.com behaves; `sandbox.serverApi.rules` changes it later. */
	serverApi?: Partial<ServerApiRules>;
	/** Where notifications go when `notify` names no url. */
	notifyUrl?: string;
	/** An answer that takes longer is a failure: 5000. Not scaled. */
	notifyTimeoutMs?: number;
	/** How far WeChat's clock is ahead of this machine's. */
	clockOffsetMs?: number;
	/** This machine's clock, milliseconds since 1970. */
	now?: () => number;
	/** Pauses between resends, and of slow answers; tests hand in one that does not wait. Rejects when the signal aborts. */
	sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
	/** Source of ids and nonces (not of keys); `seededRandom('…')` makes them repeatable. */
	random?: RandomSource;
}
