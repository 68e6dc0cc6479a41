import { chromium, type Browser } from 'playwright-core';

import { canInstallPackages, installPackages } from './debian-packages';
import { runToEnd } from './processes';
import { withSignsOfLife, type Progress } from './progress';

/** What the browser's own programs are called, by whom they come from. */
const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser, and letters for product names in Chinese. */
const DEBIAN_PACKAGES = ['chromium', 'fonts-wqy-zenhei'];

const QUIET = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** What is looked up and installed on the machine; replaced in tests. */
export interface Machine {
	/** Path of a program that answers `--version`. */
	find: (program: string) => Promise<string | undefined>;
	canInstall: () => Promise<boolean>;
	install: (packages: string[]) => Promise<void>;
}

const THIS_MACHINE: Machine = {
	find: async (program) => {
		const script = 'command -v "$1" && "$1" --version >/dev/null';
		return await runToEnd('sh', ['-c', script, 'find', program]).then(
			(path) => path.trim(),
			() => undefined,
		);
	},
	canInstall: canInstallPackages,
	install: installPackages,
};

/**
 * Path of this machine's Chromium or Chrome: the one that `CHROMIUM` names; else the first that
 * answers; else that of the distribution's package, installed where that is possible.
 *
 * @throws Error that says what to install where it is not
 */
export async function findChromium(
	progress: Progress,
	machine: Machine = THIS_MACHINE,
	named = process.env.CHROMIUM,
): Promise<string> {
	for (const program of named ? [named] : PROGRAMS) {
		const path = await machine.find(program);
		if (path) return path;
	}
	if (!named && (await machine.canInstall())) {
		await withSignsOfLife(progress, 'installing Chromium, about a minute, once', async () => {
			await machine.install(DEBIAN_PACKAGES);
		});
		const path = await machine.find('chromium');
		if (path) return path;
	}
	throw new Error(
		`Pictures and browser tests need Chromium or Chrome, and ${named ?? 'none'} answers here. ` +
			'Install it, or name its program in the environment variable CHROMIUM. ' +
			'On Debian: apt-get install chromium',
	);
}

/** Starts the browser without a window, with a new profile that is removed when it is closed. */
export async function startChromium(progress: Progress): Promise<Browser> {
	return await chromium.launch({ executablePath: await findChromium(progress), args: QUIET });
}
