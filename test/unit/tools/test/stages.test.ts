import { chosenStages, stagesOf } from '../../../../tools/test/stages';

const names = (...chosen: string[]) => chosenStages(chosen).map(({ name }) => name);

test('everything runs in one order, the package after the build', () => {
	const everything = ['static', 'static', 'unit', 'services', 'contract', 'e2e', 'browser'];
	expect(names()).toEqual(everything);
});

test('chosen stages keep the order, and bring the services that they need', () => {
	expect(names('unit', 'static')).toEqual(['static', 'static', 'unit']);
	expect(names('browser', 'contract')).toEqual(['services', 'contract', 'browser']);
	const [{ parts } = { parts: [] }] = chosenStages(['browser', 'contract']);
	expect(parts[0]?.command.slice(-2)).toEqual(['contract', 'browser']);
});

test('an unknown stage is named', () => {
	expect(() => names('untit')).toThrow('There is no stage "untit", only static, unit, contract');
});

test('chosen files run in their suites alone', () => {
	const files = ['test/e2e/keys.test.ts', 'test/unit/docs.test.ts'];
	const commands = stagesOf(files).map(({ name, parts }) => [name, parts[0]?.command.at(-1)]);
	expect(commands).toEqual([
		['unit', 'test/unit/docs.test.ts'],
		['services', 'e2e'],
		['e2e', 'test/e2e/keys.test.ts'],
	]);
	expect(stagesOf([])).toEqual([]);
});

test('the files of n8n run in two halves side by side', () => {
	const [, { parts } = { parts: [] }] = chosenStages(['e2e']);
	expect(parts.map(({ name, command }) => [name, command[4]])).toEqual([
		['e2e 1', '--shard=1/2'],
		['e2e 2', '--shard=2/2'],
	]);
});
