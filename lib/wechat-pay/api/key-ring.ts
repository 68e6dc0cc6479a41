import { unixSeconds } from './client';
import type { HttpCallContext } from '../../core/http';
import type { KeyObject } from 'node:crypto';

import { IntegrationError } from '../../core/errors';
import type { WechatPayAccount } from '../keys/account';
import { downloadCertificates, type PlatformCertificate } from './platform-certificates';
import { normaliseSerial } from '../keys/encoding';
import type { VerificationKeys } from '../keys/account';

/** WeChat asks for a refresh every 12 hours at least. Seconds. */
const REFRESH_AFTER_S = 6 * 3600;
/** After a failure, while nobody needs an unknown key. */
const RETRY_AFTER_S = 600;
/** Anybody can name an unknown serial. */
const MIN_PAUSE_S = 60;
/** Callers with an unknown serial that may wait for one refresh: each is a stranger so far. */
const MAX_WAITING = 250;

/**
 * WeChat Pay's keys of one account: those of the credential, and platform certificates that are fetched,
 * replaced and dropped at their expiry as time goes by. A caller with a known key never waits.
 */
export class KeyRing {
	/** All that is valid, as of the last `prepare`. The same map for good: whoever holds it sees new keys. */
	readonly keys: VerificationKeys;

	private readonly current: Map<string, KeyObject>;
	private downloaded: PlatformCertificate[] = [];
	private refreshedAt = -Infinity;
	private triedAt = -Infinity;
	private refreshing: Promise<void> | undefined;
	private waiting = 0;

	/** @param onProblem hears of refreshes that failed; the keys stay as they were */
	constructor(
		private readonly account: WechatPayAccount,
		private readonly context: HttpCallContext,
		private readonly onProblem: (error: IntegrationError) => void = () => {},
	) {
		this.current = new Map(account.verificationKeys);
		this.keys = this.current;
	}

	/**
	 * Makes the keys ready for a message signed with this serial. Waits only while a serial that nobody
	 * knows may be a new certificate's; everything else happens behind the caller's back.
	 */
	async prepare(serial: string): Promise<void> {
		if (!this.account.downloadsCertificates) return;
		const now = unixSeconds(this.context);
		this.dropExpired(now);
		const id = normaliseSerial(serial);
		if (this.current.has(id)) {
			const due = now - this.refreshedAt >= REFRESH_AFTER_S;
			if (due && now - this.triedAt >= RETRY_AFTER_S) void this.refresh(now);
			return;
		}
		// A public key's id is never in the list of certificates.
		if (!/^[0-9A-F]{8,40}$/.test(id) || this.waiting >= MAX_WAITING) return;
		this.waiting += 1;
		await this.refresh(now);
		this.waiting -= 1;
	}

	/** Fetches the certificates unless they are fresh, e.g. before the first call of an account without keys. */
	async fill(): Promise<void> {
		const now = unixSeconds(this.context);
		if (!this.account.downloadsCertificates || now - this.refreshedAt < REFRESH_AFTER_S) return;
		await this.refresh(now);
	}

	/** One at a time, and at most one a minute. Never rejects. */
	private async refresh(now: number): Promise<void> {
		if (!this.refreshing && now - this.triedAt >= MIN_PAUSE_S) {
			this.triedAt = now;
			this.refreshing = this.download().finally(() => {
				this.refreshing = undefined;
			});
		}
		await this.refreshing;
	}

	private async download(): Promise<void> {
		try {
			const first = this.downloaded.length === 0;
			const { account, context } = this;
			this.replace(await downloadCertificates(account, this.current, first, context));
			this.refreshedAt = unixSeconds(context);
		} catch (error) {
			if (error instanceof IntegrationError) this.onProblem(error);
			else this.onProblem(unexpected(error));
		}
	}

	/** What the credential holds stays; what WeChat no longer lists goes. */
	private replace(certificates: PlatformCertificate[]): void {
		for (const { serial } of this.downloaded) this.forget(serial);
		this.downloaded = certificates;
		for (const { serial, key } of certificates) this.current.set(serial, key);
	}

	private dropExpired(now: number): void {
		const expired = this.downloaded.filter(({ expires }) => expires <= now);
		if (expired.length === 0) return;
		this.downloaded = this.downloaded.filter(({ expires }) => expires > now);
		for (const { serial } of expired) this.forget(serial);
	}

	private forget(serial: string): void {
		const pasted = this.account.verificationKeys.get(serial);
		if (pasted) this.current.set(serial, pasted);
		else this.current.delete(serial);
	}
}

function unexpected(error: unknown): IntegrationError {
	return new IntegrationError({
		code: 'WECHAT_CERTIFICATES_UNREADABLE',
		message: `The platform certificates could not be fetched: ${String(error)}.`,
		likelyCause: 'A mistake in this package.',
		nextStep: 'Report it, and paste the platform certificates into Verification Keys meanwhile.',
	});
}
