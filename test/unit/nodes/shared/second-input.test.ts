import type { IExecuteFunctions } from 'n8n-workflow';

import { secondInput } from '../../../../nodes/shared/second-input';

const context = (main: unknown[]) =>
	({
		getExecuteData: () => ({ data: { main } }),
		getInputData: (index: number) => {
			if (!main[index]) throw new Error('This input has no data');
			return main[index];
		},
	}) as unknown as IExecuteFunctions;

it('gives the items of the second input', () => {
	expect(secondInput(context([[], [{ json: { a: 1 } }]]))).toEqual([{ a: 1 }]);
});

it('has none where the branch that leads to it gave nothing', () => {
	expect(secondInput(context([[{ json: {} }]]))).toEqual([]);
	expect(secondInput(context([[{ json: {} }], null]))).toEqual([]);
});
