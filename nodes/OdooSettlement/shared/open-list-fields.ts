import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { beijingDate } from '../../../lib/core/beijing-time';
import { billDate } from '../../../lib/wechat-pay/bills/fetch-bill';

/** Which list of open differences, and the day of the run. */
export const openListFields: INodeProperties[] = [
	{
		displayName: 'Merchant ID',
		name: 'listMchid',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1900000001',
		description:
			'Merchant whose bills are compared, if several merchants share this Odoo. Enter the same in all nodes of the workflow.',
	},
	{
		displayName: 'Run Date',
		name: 'runDate',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-11-23',
		description: 'Day of the run as year-month-day. Defaults to today in Beijing.',
	},
];

/** The day's bill is ready at 10:00 in Beijing on the next day. */
const READY_MS = 10 * 3_600_000;

/**
 * @param nowMs milliseconds since 1970
 * @returns days in Beijing as `yyyy-MM-dd`; `newest` is the newest day that has a bill
 */
export function openListOf(context: IExecuteFunctions, nowMs: number) {
	const text = (name: string) => String(context.getNodeParameter(name, 0, '')).trim();
	const chosen = text('runDate');
	const today = chosen ? billDate(chosen, nowMs) : beijingDate(nowMs);
	const newest = chosen
		? beijingDate(Date.parse(`${today}T00:00:00+08:00`), 1)
		: beijingDate(nowMs - READY_MS, 1);
	return { mchid: text('listMchid'), today, newest };
}
