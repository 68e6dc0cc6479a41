import { chromium, type Browser } from 'playwright-core';

import { findProgram, THIS_MACHINE, type Machine, type ProgramWanted } from './find-program';
import type { Progress } from './progress';

const CHROMIUM: ProgramWanted = {
	what: 'Chromium or Chrome',
	neededFor: 'Pictures and browser tests',
	programs: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
	variable: 'CHROMIUM',
	// With letters for product names in Chinese.
	packages: ['chromium', 'fonts-wqy-zenhei'],
};

const QUIET = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** Path of this machine's Chromium or Chrome, installed where that is possible. @throws Error that says what to install */
export async function findChromium(
	progress: Progress,
	machine: Machine = THIS_MACHINE,
	named = process.env.CHROMIUM,
): Promise<string> {
	return await findProgram(CHROMIUM, progress, machine, named);
}

/** Starts the browser without a window, with a new profile that is removed when it is closed. */
export async function startChromium(progress: Progress): Promise<Browser> {
	return await chromium.launch({ executablePath: await findChromium(progress), args: QUIET });
}
