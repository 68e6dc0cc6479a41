import {
	licenceProblems,
	runtimePackages,
	type Lockfile,
} from '../../../../tools/package/licence-check';

const lockfile = (license: string | undefined, more: object = {}): Lockfile => ({
	packages: {
		'': { license: 'MIT' },
		'node_modules/a/node_modules/probe': {
			version: '1.2.3',
			...(license ? { license } : {}),
			...more,
		},
	},
});

test.each(['MIT', 'ISC', '(BSD-3-Clause OR GPL-2.0)', 'Apache-2.0'])(
	'%s is permissive',
	(license) => {
		expect(licenceProblems(lockfile(license))).toEqual([]);
	},
);

test.each(['GPL-3.0', '(MIT AND GPL-2.0)', 'SEE LICENSE IN terms.txt'])('%s is not', (license) => {
	expect(licenceProblems(lockfile(license))).toEqual([`probe 1.2.3 has the licence ${license}`]);
});

test('a package that names no licence is not permissive', () => {
	expect(licenceProblems(lockfile(undefined))).toEqual(['probe 1.2.3 has the licence none named']);
});

test('what only developers install is not looked at', () => {
	expect(runtimePackages(lockfile('GPL-3.0', { dev: true }))).toEqual([]);
});
