import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

/**
 * Refuses to run as the tool of an AI agent, which could make a payment or a refund up.
 *
 * @param what completes "An AI agent cannot …"
 */
export function notByAgents(context: IExecuteFunctions, what: string): void {
	if (!context.isToolExecution()) return;
	throw new NodeOperationError(context.getNode(), `An AI agent cannot ${what}`, {
		description: 'Use this operation behind WeChat Pay Trigger, which verifies what it passes on.',
	});
}
