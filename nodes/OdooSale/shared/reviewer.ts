import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

/** Who is asked about a refund that needs a person. */
export const reviewerField: INodeProperties = {
	displayName: 'Reviewer Name or ID',
	name: 'reviewer',
	type: 'options',
	typeOptions: { loadOptionsMethod: 'getUsers' },
	default: '',
	description:
		'User who is assigned the activity when a person has to act. Defaults to the user of the credential. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

/** What `reviewerField` says, as an option. */
export function reviewerOf(context: IExecuteFunctions, index: number): { reviewerId?: number } {
	const reviewerId = Number(context.getNodeParameter('reviewer', index, '')) || undefined;
	return reviewerId ? { reviewerId } : {};
}
