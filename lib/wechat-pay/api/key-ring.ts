import type { KeyObject } from 'node:crypto';

import { IntegrationError } from '../../core/errors';
import type { VerificationKeys, WechatPayAccount } from '../keys/account';
import { normaliseSerial } from '../keys/encoding';

/** One of WeChat Pay's platform certificates. */
export interface PlatformCertificate {
	serial: string;
	key: KeyObject;
	/** Unix seconds. */
	expires: number;
}

export interface KeyRingSettings {
	/** Downloads the certificates. @param first true until a download has succeeded */
	download: (known: VerificationKeys, first: boolean) => Promise<PlatformCertificate[]>;
	/** Unix seconds. */
	now: () => number;
	/** Called with the error of a failed refresh, after which the keys stay as they were. */
	onProblem?: (error: IntegrationError) => void;
}

/** WeChat asks for a refresh at least every 12 hours. Seconds. */
const REFRESH_AFTER_S = 6 * 3600;
/** After a failure, while no unknown key is needed. */
const RETRY_AFTER_S = 600;
/** Anybody can send an unknown serial. */
const MIN_PAUSE_S = 60;
/** Callers with an unknown serial that may wait for one refresh: any of them may be a stranger. */
const MAX_WAITING = 250;

/**
 * WeChat Pay's keys of one account: those of the credential, and the platform certificates, which are
 * downloaded, renewed, and dropped when they expire. A caller with a known key never waits.
 */
export class KeyRing {
	/** All valid keys as of the last `prepare`. It stays the same map: its holders see new keys. */
	readonly keys: VerificationKeys;

	private readonly current: Map<string, KeyObject>;
	private downloaded: PlatformCertificate[] = [];
	private refreshedAt = -Infinity;
	private triedAt = -Infinity;
	private refreshing: Promise<void> | undefined;
	private waiting = 0;

	constructor(
		private readonly account: Pick<WechatPayAccount, 'verificationKeys' | 'downloadsCertificates'>,
		private readonly settings: KeyRingSettings,
	) {
		this.current = new Map(account.verificationKeys);
		this.keys = this.current;
	}

	/**
	 * Prepares the keys for a message signed with this serial. Waits only for an unknown serial that may
	 * belong to a new certificate; everything else happens in the background.
	 */
	async prepare(serial: string): Promise<void> {
		if (!this.account.downloadsCertificates) return;
		const now = this.settings.now();
		this.dropExpired(now);
		const id = normaliseSerial(serial);
		if (this.current.has(id)) {
			const due = now - this.refreshedAt >= REFRESH_AFTER_S;
			if (due && now - this.triedAt >= RETRY_AFTER_S) void this.refresh(now);
			return;
		}
		// The id of a public key is never in the list of certificates.
		if (!/^[0-9A-F]{8,40}$/.test(id) || this.waiting >= MAX_WAITING) return;
		this.waiting += 1;
		await this.refresh(now);
		this.waiting -= 1;
	}

	/** Downloads the certificates unless they are fresh, e.g. before the first call of an account without keys. */
	async fill(): Promise<void> {
		const now = this.settings.now();
		if (!this.account.downloadsCertificates || now - this.refreshedAt < REFRESH_AFTER_S) return;
		await this.refresh(now);
	}

	/** One download at a time, and at most one a minute. Never rejects. */
	private async refresh(now: number): Promise<void> {
		if (!this.refreshing && now - this.triedAt >= MIN_PAUSE_S) {
			this.triedAt = now;
			this.refreshing = this.download().finally(() => (this.refreshing = undefined));
		}
		await this.refreshing;
	}

	private async download(): Promise<void> {
		const { download, now, onProblem } = this.settings;
		try {
			this.replace(await download(this.current, this.downloaded.length === 0));
			this.refreshedAt = now();
		} catch (error) {
			onProblem?.(error instanceof IntegrationError ? error : unexpected(error));
		}
	}

	/** Keys of the credential stay; certificates that WeChat no longer lists go. */
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
		message: `The platform certificates could not be downloaded: ${String(error)}.`,
		likelyCause: 'This is a bug in this package.',
		nextStep: 'Report it, and paste the platform certificates into Verification Keys meanwhile.',
	});
}
