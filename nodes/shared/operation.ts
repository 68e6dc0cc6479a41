import type {
	IBinaryKeyData,
	IExecuteFunctions,
	INodeExecutionData,
	IPairedItemData,
} from 'n8n-workflow';

/** Runs one operation of a node for all items of the run. */
export type Operation = (context: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

/** One item that an operation returns. */
export interface OutputItem {
	json: object;
	/** Index of the output; the first when absent. */
	output?: number;
	binary?: IBinaryKeyData;
	/** The input items that it was made from. */
	pairedItem?: IPairedItemData | IPairedItemData[];
}

/** The result for one input item. */
export type Outcome = OutputItem | OutputItem[] | { error: unknown };

/** An item for each of the objects, all for one output. */
export const toItems = (objects: readonly object[], output = 0): OutputItem[] =>
	objects.map((json) => ({ json, output }));
