import { updateDisplayOptions } from 'n8n-workflow';

import { readOpenList } from '../../../../lib/reconciliation/odoo/open-list-records';
import { openReport } from '../../../../lib/reconciliation/open-report';
import { toItems } from '../../../shared/operation';
import { runOnce } from '../../../shared/run-once';
import { withOdoo } from '../../../shared/with-odoo';
import { openListFields, openListOf } from '../../shared/open-list-fields';
import { addDays } from '../../../../lib/core/beijing-time';

export const description = updateDisplayOptions(
	{ show: { resource: ['reconciliation'], operation: ['getReport'] } },
	openListFields,
);

/** Closed differences of older bills are not read. */
const CLOSED_DAYS = 90;

/** What is open with its age, and what was closed on the day of the run. */
export const execute = runOnce(
	withOdoo(async (odoo, context) => {
		const { mchid, today } = openListOf(context, Date.now());
		const entries = await readOpenList(odoo, { mchid, date: addDays(today, -CLOSED_DAYS) });
		return toItems([openReport(entries, today)]);
	}),
);
