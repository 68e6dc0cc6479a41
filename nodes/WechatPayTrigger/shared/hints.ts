import type { NodeHint } from 'n8n-workflow';

/** What people overlook when they set the trigger up. */
export const hints: NodeHint[] = [
	{
		type: 'info',
		location: 'ndv',
		whenToDisplay: 'always',
		displayCondition: '={{ $parameter["acknowledge"] === "responseNode" }}',
		message:
			'End every branch with a WeChat Pay node set to Acknowledge Notification. Otherwise WeChat sends the notification again.',
	},
	{
		type: 'info',
		location: 'ndv',
		whenToDisplay: 'always',
		displayCondition:
			'={{ $parameter["events"].some((event) => String(event).startsWith("REFUND")) }}',
		message: 'Refunds go to the second output. Connect it, or remove the refund events.',
	},
];
