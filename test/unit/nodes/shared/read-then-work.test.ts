import type { IExecuteFunctions } from 'n8n-workflow';

import type { Outcome } from '../../../../nodes/shared/operation';
import { readThenWork, secondInput } from '../../../../nodes/shared/read-then-work';

const items = [1, 2, 3, 4].map((number) => ({ json: { number } }));
const refused = new Error('Two is refused');
const read = ({ json }: { json: { number?: unknown } }) => {
	if (json.number === 2) throw refused;
	return json.number === 3 ? { json: { settled: true } } : { value: Number(json.number) };
};

it('works on what was read, and keeps every result in its place', async () => {
	const work = async (values: number[]): Promise<Outcome[]> =>
		values.map((value) => ({ json: { value }, output: 1 }));
	expect(await readThenWork(items, read, work)).toEqual([
		{ json: { value: 1 }, output: 1 },
		{ error: refused },
		{ json: { settled: true } },
		{ json: { value: 4 }, output: 1 },
	]);
});

it('leaves read errors and settled items alone when the work fails', async () => {
	const down = new Error('Odoo is down');
	const work = async () => await Promise.reject<never>(down);
	expect(await readThenWork(items, read, work)).toEqual([
		{ error: down },
		{ error: refused },
		{ json: { settled: true } },
		{ error: down },
	]);
});

it('works on nothing when nothing was read, and misses a result that did not come', async () => {
	const work = jest.fn(async (): Promise<Outcome[]> => []);
	expect(await readThenWork(items.slice(1, 2), read, work)).toEqual([{ error: refused }]);
	expect(work).not.toHaveBeenCalled();
	expect(await readThenWork(items.slice(0, 1), read, work)).toEqual([{ error: expect.any(Error) }]);
});

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
