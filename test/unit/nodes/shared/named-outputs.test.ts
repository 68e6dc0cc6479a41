import { namedOutputs } from '../../../../nodes/shared/named-outputs';

/** The outputs as the expression of the description gives them for an operation. */
const outputsOf = (expression: string, operation: string): unknown => {
	const [, code = ''] = /^=\{\{ (.*) \}\}$/s.exec(expression) ?? [];
	return new Function('$parameter', `return ${code}`)({ operation });
};

it('names the outputs of the chosen operation', () => {
	const expression = namedOutputs({ map: ['Mapped', 'Unmapped'] });
	expect(outputsOf(expression, 'map')).toEqual([
		{ type: 'main', displayName: 'Mapped' },
		{ type: 'main', displayName: 'Unmapped' },
	]);
	expect(outputsOf(expression, 'other')).toEqual([{ type: 'main', displayName: '' }]);
	expect(outputsOf(namedOutputs({}, ['A']), 'x')).toEqual([{ type: 'main', displayName: 'A' }]);
});
