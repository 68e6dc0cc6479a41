import type { Machine } from '../../../../tools/services/find-program';
import { findPhp } from '../../../../tools/services/php';

const machineWith = (programs: Record<string, string>, canInstall: boolean): Machine => ({
	find: async (program) => programs[program],
	canInstall: async () => canInstall,
	install: async ([name = '']) => void (programs.php = `/usr/bin/php of ${name}`),
});

it('takes the PHP that is there, and one that the environment names before it', async () => {
	const machine = machineWith({ php: '/usr/bin/php', '/my/php': '/my/php' }, true);
	expect(await findPhp(() => {}, machine, undefined)).toBe('/usr/bin/php');
	expect(await findPhp(() => {}, machine, '/my/php')).toBe('/my/php');
});

it("installs Debian's package where it may, and says so where it may not", async () => {
	const path = await findPhp(() => {}, machineWith({}, true), undefined);
	expect(path).toBe('/usr/bin/php of php-cli');
	await expect(findPhp(() => {}, machineWith({}, false), undefined)).rejects.toThrow(
		'apt-get install php-cli',
	);
});
