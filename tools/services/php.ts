import { findProgram, THIS_MACHINE, type Machine, type ProgramWanted } from './find-program';
import type { Progress } from './progress';

const PHP: ProgramWanted = {
	what: 'PHP',
	neededFor: 'Tests of the sample in PHP',
	programs: ['php'],
	variable: 'PHP',
	packages: ['php-cli'],
};

/** Path of this machine's PHP, installed where that is possible. @throws Error that says what to install */
export async function findPhp(
	progress: Progress,
	machine: Machine = THIS_MACHINE,
	named = process.env.PHP,
): Promise<string> {
	return await findProgram(PHP, progress, machine, named);
}
