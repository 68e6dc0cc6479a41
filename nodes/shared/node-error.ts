import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';

import { IntegrationError } from '../../lib/core/errors';

/**
 * What n8n shows a person: the message in the title, the likely cause, the next step and the code below it.
 * Errors that are n8n's own already pass unchanged.
 */
export function toNodeError(
	node: INode,
	error: unknown,
	itemIndex?: number,
): NodeOperationError | NodeApiError {
	if (error instanceof NodeOperationError || error instanceof NodeApiError) return error;
	const options = itemIndex === undefined ? {} : { itemIndex };
	if (error instanceof IntegrationError) {
		const shown = new NodeOperationError(node, error.message, {
			...options,
			description: `${error.likelyCause} ${error.nextStep} (${error.code})`,
		});
		// n8n replaces messages that hold a network code such as ECONNREFUSED by words of its own.
		shown.message = error.message;
		return shown;
	}
	return new NodeOperationError(
		node,
		error instanceof Error ? error : new Error(String(error)),
		options,
	);
}
