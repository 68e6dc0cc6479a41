import { chosenStages } from '../../../../tools/test/stages';

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
