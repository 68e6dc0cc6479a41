import type { INodeExecutionData, IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Outcome } from './operation';

/** An item that was read and waits for its work, or the outcome of one that needs none. */
export type Reading<T> = { value: T } | Outcome;

/**
 * Reads each item, then works on all that were read together. An item that cannot be read fails alone.
 *
 * @param read may throw
 * @param work returns an outcome for each value; if it throws, all of them have failed
 * @returns one outcome for each item
 */
export async function readThenWork<T>(
	items: INodeExecutionData[],
	read: (item: INodeExecutionData, index: number) => Reading<T> | Promise<Reading<T>>,
	work: (values: T[]) => Promise<Outcome[]>,
): Promise<Outcome[]> {
	const readings: Array<Reading<T>> = [];
	for (const [index, item] of items.entries()) {
		try {
			readings.push(await read(item, index));
		} catch (error) {
			readings.push({ error });
		}
	}
	const values = readings.flatMap((reading) => ('value' in reading ? [reading.value] : []));
	const outcomes = values.length > 0 ? await workOrFail(values, work) : [];
	const missing = { error: new Error('The operation returned no result for this item.') };
	return readings.map((reading) => ('value' in reading ? (outcomes.shift() ?? missing) : reading));
}

async function workOrFail<T>(
	values: T[],
	work: (values: T[]) => Promise<Outcome[]>,
): Promise<Outcome[]> {
	try {
		return await work(values);
	} catch (error) {
		return values.map(() => ({ error }));
	}
}

/**
 * What came in at a node's second input. Where the branch that leads to it gave nothing, n8n has no
 * input there and throws when it is read: that is no item, not a fault.
 */
export function secondInput(context: IExecuteFunctions): IDataObject[] {
	const given = context.getExecuteData().data.main?.[1];
	return given ? context.getInputData(1).map(({ json }) => json) : [];
}
