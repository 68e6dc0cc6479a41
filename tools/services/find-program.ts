import { canInstallPackages, installPackages } from './debian-packages';
import { runToEnd } from './processes';
import { withSignsOfLife, type Progress } from './progress';

/** A program that the distribution has as a package. */
export interface ProgramWanted {
	/** For a person, e.g. `Chromium or Chrome`. */
	what: string;
	/** What needs it, for a person. */
	neededFor: string;
	/** Names that it may have on this machine. */
	programs: string[];
	/** Environment variable that names another one. */
	variable: string;
	/** Debian's packages. The first one has the program. */
	packages: [string, ...string[]];
}

/** What is looked up and installed on the machine; replaced in tests. */
export interface Machine {
	/** Path of a program that answers `--version`. */
	find: (program: string) => Promise<string | undefined>;
	canInstall: () => Promise<boolean>;
	install: (packages: string[]) => Promise<void>;
}

export const THIS_MACHINE: Machine = {
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
 * Path of a program: the one that the environment names; else the first that answers; else that of the
 * distribution's package, installed where that is possible.
 *
 * @param named by the environment
 * @throws Error that says what to install where it is not
 */
export async function findProgram(
	{ what, neededFor, programs, variable, packages }: ProgramWanted,
	progress: Progress,
	machine: Machine,
	named: string | undefined,
): Promise<string> {
	const findAny = async (names: string[]) => {
		for (const name of names) {
			const path = await machine.find(name);
			if (path) return path;
		}
		return undefined;
	};
	const there = await findAny(named ? [named] : programs);
	if (there) return there;
	if (!named && (await machine.canInstall())) {
		await withSignsOfLife(progress, `installing ${what}, once`, async () => {
			await machine.install(packages);
		});
		const path = await findAny(programs);
		if (path) return path;
	}
	throw new Error(
		`${neededFor} need ${what}, and ${named ?? 'none'} answers here. ` +
			`Install it, or name its program in the environment variable ${variable}. ` +
			`On Debian: apt-get install ${packages[0]}`,
	);
}
