import { noteAnswer } from '../../../../lib/complaints/note-answer';
import { inputNotice } from '../../../shared/operation-fields';
import { runPerItem } from '../../../shared/run-per-item';
import { withOdoo } from '../../../shared/with-odoo';

export const description = [
	inputNotice(
		'complaint',
		'noteAnswer',
		'Input: items of Complaint: Reply and Complete of WeChat Pay that began in Get Answers, of their error outputs too',
	),
];

/**
 * Notes in Odoo that an answer was sent, or why it was not.
 *
 * @throws IntegrationError `NOT_A_COMPLAINT_ANSWER`, `ODOO_…`
 */
export const execute = runPerItem(
	withOdoo(async (odoo, _context, _index, { json }) => ({
		json: { ...json, odoo: await noteAnswer(odoo, json) },
	})),
);
