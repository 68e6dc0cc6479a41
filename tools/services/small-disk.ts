import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { IntegrationError } from '../../lib/core/errors';
import { whenThisProcessEnds } from './n8n-guard';
import { runToEnd } from './processes';

/** A separate disk, mounted over a folder. */
export interface SmallDisk {
	/** Fills it to the last byte. @returns makes room again */
	fill(): Promise<() => Promise<void>>;
	/** May be called more than once: by the owner of the server and by the clean-up at the end. */
	remove(): Promise<void>;
}

/** Whether one can be made here: it takes Linux, and root. */
export const canHaveSmallDisk = (): boolean =>
	process.platform === 'linux' && process.getuid?.() === 0;

const CHUNK = Buffer.alloc(1024 * 1024);

/**
 * Gives a folder a disk of so many megabytes in memory, which can be filled without harm to the
 * machine. It goes with this process.
 *
 * @throws IntegrationError `NO_DISK_TO_FILL` where mounting is not allowed
 */
export async function smallDisk(folder: string, megabytes: number): Promise<SmallDisk> {
	await runToEnd('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]).catch(
		() => {
			throw new IntegrationError({
				code: 'NO_DISK_TO_FILL',
				message: 'A disk that can be filled cannot be made here.',
				likelyCause: 'It is mounted in memory, which takes Linux, and root.',
				nextStep: 'Rehearse as root on Linux, or leave the fault disk-full out.',
			});
		},
	);
	const release = whenThisProcessEnds('umount --lazy "$1"', folder);
	const filler = join(folder, 'filler');
	let mounted = true;
	return {
		fill: async () => {
			await fillWith(filler);
			return async () => await rm(filler, { force: true });
		},
		remove: async () => {
			if (!mounted) return;
			mounted = false;
			await runToEnd('umount', ['--lazy', folder]);
			release();
		},
	};
}

async function fillWith(path: string): Promise<void> {
	const file = await open(path, 'w');
	try {
		// Whole megabytes as long as they fit, then ever smaller parts down to the last page.
		for (let size = CHUNK.length; size >= 4096; ) {
			const written = await file.write(CHUNK, 0, size).then(
				() => true,
				() => false,
			);
			if (!written) size /= 2;
		}
	} finally {
		await file.close();
	}
}
