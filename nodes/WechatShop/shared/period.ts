import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { IntegrationError } from '../../../lib/core/errors';

/** How many results to return. */
export const limitFields = (show: Record<string, string[]>): INodeProperties[] => [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		displayOptions: { show },
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		displayOptions: { show: { ...show, returnAll: [false] } },
		description: 'Max number of results to return',
	},
];

export const mostOf = (context: IExecuteFunctions, index: number): number =>
	context.getNodeParameter('returnAll', index) === true
		? Infinity
		: Number(context.getNodeParameter('limit', index, 50));

/** Unix seconds. @throws IntegrationError `TIME_INVALID` */
export function secondsOf(text: string, field: string): number {
	const ms = Date.parse(text);
	if (!Number.isNaN(ms)) return Math.floor(ms / 1000);
	throw new IntegrationError({
		code: 'TIME_INVALID',
		message: `${field} is not a valid date and time.`,
		likelyCause: 'The field is empty, or an expression returned something else.',
		nextStep: 'Enter it as 2026-11-22T10:00:00+08:00.',
	});
}
