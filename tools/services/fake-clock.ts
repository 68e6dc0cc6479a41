import { copyFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { cacheFolder } from './cache';
import type { Progress } from './progress';
import { unpackPackage } from './unpack-package';

/** A clock that runs as fast as the real one, and jumps ahead. */
export interface FakeClock {
	/** Milliseconds since 1970. */
	now(): number;
	/** Lets it be this time, everywhere. @throws RangeError for a time in its past */
	jumpTo(ms: number): Promise<void>;
	/**
	 * Lets a server live by this clock: it finds what it needs in the folder.
	 *
	 * @param inside the same folder as the server sees it
	 * @returns what its environment needs
	 */
	enter(folder: string, inside?: string): Promise<Record<string, string>>;
}

const LIBRARY = 'libfaketime.so.1';
const OFFSET = 'clock-offset';

/**
 * Starts a clock that this process and servers share, with libfaketime from this machine's Debian or Ubuntu.
 * Timers and measured durations stay real.
 *
 * @param startMs milliseconds since 1970, in the future
 */
export async function fakeClock(startMs: number, progress: Progress): Promise<FakeClock> {
	const library = await unpackLibrary(progress);
	const folders: string[] = [];
	let offsetMs = startMs - Date.now();
	const now = () => Date.now() + offsetMs;
	const write = async (folder: string) => {
		// Renamed: a server that reads half of a number would jump back by decades.
		await writeFile(join(folder, `${OFFSET}.new`), offsetText(offsetMs));
		await rename(join(folder, `${OFFSET}.new`), join(folder, OFFSET));
	};
	return {
		now,
		jumpTo: async (ms) => {
			if (ms < now()) throw new RangeError(`The clock is past ${new Date(ms).toISOString()}`);
			offsetMs = ms - Date.now();
			await Promise.all(folders.map(write));
		},
		enter: async (folder, inside = folder) => {
			await copyFile(library, join(folder, LIBRARY));
			await write(folder);
			folders.push(folder);
			return {
				LD_PRELOAD: `${inside}/${LIBRARY}`,
				FAKETIME_TIMESTAMP_FILE: `${inside}/${OFFSET}`,
				FAKETIME_NO_CACHE: '1',
				FAKETIME_DONT_FAKE_MONOTONIC: '1',
				// Databases compare the times of their files with each other only.
				NO_FAKE_STAT: '1',
			};
		},
	};
}

/** Seconds that libfaketime adds to the real time, as its file holds them. */
export const offsetText = (ms: number): string => `+${(ms / 1000).toFixed(3)}\n`;

async function unpackLibrary(progress: Progress): Promise<string> {
	const folder = cacheFolder('faketime');
	await unpackPackage('libfaketime', folder, progress);
	const libraries = join(folder, 'usr', 'lib');
	for (const name of await readdir(libraries)) {
		if (/-linux-/.test(name)) return join(libraries, name, 'faketime', LIBRARY);
	}
	throw new Error(`No library in ${libraries}`);
}
