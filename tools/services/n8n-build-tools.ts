import { canInstallPackages, installPackages } from './debian-packages';
import { answers } from './processes';
import type { Progress } from './progress';

/** Program → the Debian package that brings it. */
const BUILD_TOOLS = { python3: 'python3', make: 'make', 'g++': 'g++' };

/** What the machine is asked and told; replaced in tests. */
export interface Machine {
	has: (program: string) => Promise<boolean>;
	canInstall: () => Promise<boolean>;
	install: (packages: string[]) => Promise<void>;
}

const THIS_MACHINE: Machine = {
	has: async (program) => await answers(program, ['--version']),
	canInstall: canInstallPackages,
	install: installPackages,
};

/**
 * Sees to it that a native module can be compiled: installs what is missing where that is possible.
 *
 * @throws Error that names the missing packages where it is not
 */
export async function requireBuildTools(
	progress: Progress,
	machine: Machine = THIS_MACHINE,
): Promise<void> {
	const missing: string[] = [];
	for (const [program, debianPackage] of Object.entries(BUILD_TOOLS)) {
		if (!(await machine.has(program))) missing.push(debianPackage);
	}
	if (missing.length === 0) return;
	const names = missing.join(' ');
	if (await machine.canInstall()) {
		progress(`installing ${names} to compile with`);
		await machine.install(missing);
		return;
	}
	throw new Error(
		'n8n stores its data with SQLite, whose driver has to be compiled on this machine, and that ' +
			`needs ${names}. On Debian or Ubuntu: apt-get install ${names}`,
	);
}
