import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

import { lock, type LockOptions } from 'proper-lockfile';

import { withSignsOfLife, type Progress } from './progress';

/** A lock that its owner has not touched for so long is taken over. */
const STALE_MS = 30_000;

/** Runs a step that only one process may run at a time; the others wait. The lock is a folder. */
export async function withLock<T>(
	lockfilePath: string,
	progress: Progress,
	step: () => Promise<T>,
): Promise<T> {
	await mkdir(dirname(lockfilePath), { recursive: true });
	const claim = async (retries: NonNullable<LockOptions['retries']>) =>
		await lock(lockfilePath, {
			lockfilePath,
			realpath: false,
			stale: STALE_MS,
			retries,
			// A machine too busy to touch the lock in time is no reason to stop half-way.
			onCompromised: () => undefined,
		});
	const release = await claim({ retries: 0 }).catch(async (error: { code?: string }) => {
		if (error.code !== 'ELOCKED') throw error;
		return await withSignsOfLife(
			progress,
			`waiting for another run to finish (${lockfilePath})`,
			async () => await claim({ forever: true, retries: 1, minTimeout: 500 }),
		);
	});
	try {
		return await step();
	} finally {
		await release().catch(() => undefined);
	}
}
