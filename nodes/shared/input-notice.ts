import type { INodeProperties } from 'n8n-workflow';

/** Names the input items that an operation needs, if no field asks for them. */
export const inputNotice = (
	resource: string,
	operation: string,
	displayName: string,
): INodeProperties => ({
	displayName,
	name: 'inputNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { resource: [resource], operation: [operation] } },
});
