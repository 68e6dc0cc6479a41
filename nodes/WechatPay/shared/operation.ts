import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

/** What an operation does with one item: what it gives becomes an item each. */
export type Execute = (
	this: IExecuteFunctions,
	item: INodeExecutionData,
	index: number,
) => Promise<IDataObject | IDataObject[]>;
