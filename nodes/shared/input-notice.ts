import type { INodeProperties } from 'n8n-workflow';

/** Says whose items an operation takes, where no field asks for them. */
export const takesNotice = (
	resource: string,
	operation: string,
	displayName: string,
): INodeProperties => ({
	displayName,
	name: 'takesNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { resource: [resource], operation: [operation] } },
});
