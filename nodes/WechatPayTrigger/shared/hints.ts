import type { NodeHint } from 'n8n-workflow';

/** What people overlook when they set the trigger up. */
export const hints: NodeHint[] = [
	{
		type: 'info',
		location: 'ndv',
		whenToDisplay: 'always',
		displayCondition: '={{ $parameter["acknowledge"] === "responseNode" }}',
		message:
			'Let every branch end in a WeChat Pay node with the operation Acknowledge Notification: a run that ends without it makes WeChat send again.',
	},
	{
		type: 'info',
		location: 'ndv',
		whenToDisplay: 'always',
		displayCondition:
			'={{ $parameter["events"].some((event) => String(event).startsWith("REFUND")) }}',
		message: 'Refunds leave at the second output: connect it, or take the refund events out.',
	},
];
