import { findChromium } from '../../../../tools/services/chromium';
import type { Machine } from '../../../../tools/services/find-program';

const machineWith = (programs: Record<string, string>, root = false) => {
	const installed: string[] = [];
	const machine: Machine = {
		find: async (program) => programs[program],
		canInstall: async () => root,
		install: async (packages) => {
			installed.push(...packages);
			programs.chromium = '/usr/bin/chromium';
		},
	};
	return { machine, installed };
};

describe('findProgram, by the example of Chromium', () => {
	it('takes a browser that is there, by any of its names', async () => {
		const { machine, installed } = machineWith({ 'google-chrome': '/opt/chrome' }, true);
		expect(await findChromium(() => {}, machine, undefined)).toBe('/opt/chrome');
		expect(installed).toEqual([]);
	});

	it('takes the one that the environment names before any other', async () => {
		const { machine } = machineWith({ chromium: '/usr/bin/chromium', '/my/own': '/my/own' });
		expect(await findChromium(() => {}, machine, '/my/own')).toBe('/my/own');
	});

	it("installs the distribution's package where it may", async () => {
		const { machine, installed } = machineWith({}, true);
		expect(await findChromium(() => {}, machine, undefined)).toBe('/usr/bin/chromium');
		expect(installed).toContain('chromium');
	});

	it('says what to install where it may not, and never replaces a named one', async () => {
		await expect(findChromium(() => {}, machineWith({}).machine, undefined)).rejects.toThrow(
			'apt-get install chromium',
		);
		const { machine, installed } = machineWith({}, true);
		await expect(findChromium(() => {}, machine, '/gone')).rejects.toThrow('/gone');
		expect(installed).toEqual([]);
	});
});
