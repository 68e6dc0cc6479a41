import { cacheFolder } from './cache';
import { withLock } from './lock';
import { answers, runToEnd } from './processes';

/** Whether packages of the machine's own Debian or Ubuntu can be installed here. */
export async function canInstallPackages(): Promise<boolean> {
	return process.getuid?.() === 0 && (await answers('apt-get', ['--version']));
}

/** Installs packages of the machine's own Debian or Ubuntu, as root. */
export async function installPackages(packages: string[]): Promise<void> {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const install = ['install', '-q', '-y', '--no-install-recommends', ...packages];
	// n8n and Odoo are installed side by side, and apt refuses to run twice.
	await withLock(
		cacheFolder('apt.lock'),
		() => undefined,
		async () => {
			await runToEnd('apt-get', ['update', '-q'], { env });
			await runToEnd('apt-get', install, { env });
		},
	);
}
