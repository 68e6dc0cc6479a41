import type { IExecuteFunctions } from 'n8n-workflow';

/** A parameter as text: expressions may give numbers or nothing, and Odoo says `false` for nothing. */
export function textParameter(context: IExecuteFunctions, name: string, index: number): string {
	const value: unknown = context.getNodeParameter(name, index, '');
	return value === null || value === undefined || value === false ? '' : String(value).trim();
}
