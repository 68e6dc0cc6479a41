import type { IExecuteFunctions } from 'n8n-workflow';

/** A node's context that answers with these parameters, for functions that read nothing else. */
export const withParameters = (
	parameters: Record<string, unknown>,
	more: Partial<IExecuteFunctions> = {},
): IExecuteFunctions =>
	({
		getNodeParameter: (name: string, _index: number, fallback?: unknown) =>
			name in parameters ? parameters[name] : fallback,
		...more,
	}) as unknown as IExecuteFunctions;
