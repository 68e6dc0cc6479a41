import type { INodeProperties } from 'n8n-workflow';

/**
 * When a trigger answers WeChat. `responseCode` exists twice so that the webhook can name it without an
 * expression.
 *
 * @param what the trigger receives, e.g. `payment`
 */
export const acknowledgeFields = (what: string): INodeProperties[] => [
	{
		displayName: 'Acknowledge',
		name: 'acknowledge',
		type: 'options',
		default: 'onReceived',
		options: [
			{
				name: 'Immediately',
				value: 'onReceived',
				description: `As soon as n8n has stored the ${what}`,
			},
			{
				name: 'When the Workflow Acknowledges',
				value: 'responseNode',
				description:
					'After a WeChat Pay node runs the Acknowledge Notification operation. WeChat waits 5 seconds, then retries.',
			},
		],
		description: 'When to acknowledge the notification to WeChat',
	},
	responseCode('onReceived', 200),
	// A run that ends without an acknowledgement must not look like one.
	responseCode('responseNode', 503),
];

function responseCode(acknowledge: string, status: number): INodeProperties {
	return {
		displayName: 'Response Code',
		name: 'responseCode',
		type: 'hidden',
		default: status,
		displayOptions: { show: { acknowledge: [acknowledge] } },
	};
}
