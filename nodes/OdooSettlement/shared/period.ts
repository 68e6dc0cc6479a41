import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { Period } from '../../../lib/settlement/odoo/read-sold-orders';

const DAY_MS = 24 * 3600 * 1000;
const DAY = /^\d{4}-\d\d-\d\d/;

/** The days that a report is about. */
export const periodFields: INodeProperties[] = [
	{
		displayName: 'First Day',
		name: 'reportFrom',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-11-01',
		description: 'First order date, as year-month-day. Defaults to 90 days before Last Day.',
	},
	{
		displayName: 'Last Day',
		name: 'reportUntil',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-11-30',
		description: 'Last order date, as year-month-day. Defaults to today.',
	},
];

/** @param nowMs milliseconds since 1970 */
export function periodOf(context: IExecuteFunctions, nowMs: number): Period {
	const day = (name: string) =>
		DAY.exec(String(context.getNodeParameter(name, 0, '')).trim())?.[0] ?? '';
	const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);
	const until = day('reportUntil') || iso(nowMs);
	return { from: day('reportFrom') || iso(Date.parse(until) - 90 * DAY_MS), until };
}
