import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { IntegrationError } from '../../../lib/core/errors';

/** The switch of an operation that decides for the merchant. */
export const approvalField = (operation: string, what: string): INodeProperties => ({
	displayName: 'Confirm Decision',
	name: 'confirm',
	type: 'boolean',
	default: false,
	displayOptions: { show: { resource: ['afterSale'], operation: [operation] } },
	description: `Whether the node may really ${what}. Turn it on only after a person has approved this request.`,
});

/** @throws IntegrationError `SHOP_DECISION_NOT_CONFIRMED` unless the node may decide */
export function requireApproval(context: IExecuteFunctions, index: number): void {
	if (context.getNodeParameter('confirm', index) === true) return;
	throw new IntegrationError({
		code: 'SHOP_DECISION_NOT_CONFIRMED',
		message: 'Nothing was decided: Confirm Decision is off.',
		likelyCause: 'The step was tried out, or no person has approved the request.',
		nextStep: 'Let a person approve the request, then turn on Confirm Decision.',
	});
}
