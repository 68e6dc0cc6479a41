import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

/**
 * Rejects a call from an AI agent, which could invent a payment or a refund.
 *
 * @param what completes "An AI agent cannot …"
 */
export function rejectAiToolCall(context: IExecuteFunctions, what: string): void {
	if (!context.isToolExecution()) return;
	throw new NodeOperationError(context.getNode(), `An AI agent cannot ${what}`, {
		description: 'Use this operation behind WeChat Pay Trigger, which verifies what it passes on.',
	});
}
