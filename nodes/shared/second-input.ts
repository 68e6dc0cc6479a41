import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

/**
 * What came in at a node's second input. Where the branch that leads to it gave nothing, n8n has no
 * input there and throws when it is read: that is no item, not a fault.
 */
export function secondInput(context: IExecuteFunctions): IDataObject[] {
	const given = context.getExecuteData().data.main?.[1];
	return given ? context.getInputData(1).map(({ json }) => json) : [];
}
