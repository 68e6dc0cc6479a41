import { answers, runToEnd } from './processes';

/** Whether packages of the machine's own Debian or Ubuntu can be installed here. */
export async function canInstallPackages(): Promise<boolean> {
	return process.getuid?.() === 0 && (await answers('apt-get', ['--version']));
}

/** Installs packages of the machine's own Debian or Ubuntu, as root. */
export async function installPackages(packages: string[]): Promise<void> {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	await runToEnd('apt-get', ['update', '-q'], { env });
	await runToEnd('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...packages], {
		env,
	});
}
