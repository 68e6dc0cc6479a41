import { runToEnd } from './processes';

/** Program → the Debian package that brings it. */
export const buildTools: Record<string, string> = {
	python3: 'python3',
	make: 'make',
	'g++': 'g++',
};

type Present = (program: string) => Promise<boolean>;

const answers: Present = async (program) =>
	await runToEnd(program, ['--version']).then(
		() => true,
		() => false,
	);

/** What to install before a native module can be compiled, as a sentence; empty when nothing lacks. */
export async function missingBuildTools(
	tools: Record<string, string>,
	present: Present = answers,
): Promise<string> {
	const missing: string[] = [];
	for (const [program, debianPackage] of Object.entries(tools)) {
		if (!(await present(program))) missing.push(debianPackage);
	}
	if (missing.length === 0) return '';
	return (
		'n8n stores its data with SQLite, whose driver has to be compiled on this machine, and that ' +
		`needs ${missing.join(', ')}. On Debian or Ubuntu: apt-get install ${missing.join(' ')}`
	);
}
