import { tarballProblems, type Packing } from '../../../../tools/package/tarball-check';

const sound = (): Packing => ({
	sources: [
		'README.md',
		'docs/architecture.md',
		'lib/errors.ts',
		'nodes/Probe/Probe.node.ts',
		'nodes/Probe/Probe.node.json',
		'nodes/Probe/probe.svg',
		'nodes/Probe/probe.dark.svg',
		'credentials/ProbeApi.credentials.ts',
		'workflows/ordering.json',
		'test/unit/lib/errors.test.ts',
	],
	packed: [
		'LICENSE',
		'README.md',
		'README.zh-CN.md',
		'package.json',
		'dist/lib/errors.js',
		'dist/nodes/Probe/Probe.node.js',
		'dist/nodes/Probe/Probe.node.json',
		'dist/nodes/Probe/probe.svg',
		'dist/nodes/Probe/probe.dark.svg',
		'dist/credentials/ProbeApi.credentials.js',
		'dist/workflows/ordering.json',
	],
	registered: ['dist/nodes/Probe/Probe.node.js', 'dist/credentials/ProbeApi.credentials.js'],
});

const without = (list: string[], file: string) => list.filter((one) => one !== file);

test('a tarball of the compiled package, its readmes and its templates is as it should be', () => {
	expect(tarballProblems(sound())).toEqual([]);
});

test('a template that was not packed is missing', () => {
	const packing = sound();
	packing.packed = without(packing.packed, 'dist/workflows/ordering.json');
	expect(tarballProblems(packing)).toEqual(['dist/workflows/ordering.json is missing']);
});

test.each(['dist/test/unit/lib/errors.test.js', 'sandbox/main.ts', 'dist/lib/gone.js', '.env'])(
	'%s does not belong there',
	(file) => {
		const packing = sound();
		packing.packed.push(file);
		expect(tarballProblems(packing)).toEqual([`${file} does not belong there`]);
	},
);

test('a node that package.json forgets, which n8n would not show', () => {
	const packing = sound();
	packing.registered = without(packing.registered, 'dist/nodes/Probe/Probe.node.js');
	expect(tarballProblems(packing)).toEqual([
		'package.json does not register dist/nodes/Probe/Probe.node.js',
	]);
});

test('a registered node that is gone', () => {
	const packing = sound();
	packing.registered.push('dist/credentials/GoneApi.credentials.js');
	expect(tarballProblems(packing)).toEqual([
		'package.json registers dist/credentials/GoneApi.credentials.js, which is not there',
	]);
});

test('a node without a dark icon', () => {
	const packing = sound();
	for (const list of ['sources', 'packed'] as const) {
		packing[list] = packing[list].filter((file) => !file.endsWith('probe.dark.svg'));
	}
	expect(tarballProblems(packing)).toEqual([
		'dist/nodes/Probe/Probe.node.js has no dist/nodes/Probe/probe.dark.svg',
	]);
});
