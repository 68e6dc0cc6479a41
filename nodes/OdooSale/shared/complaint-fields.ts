import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { AnswerPrefixes } from '../../../lib/complaints/complaint-activity';
import { TICKET_MODEL } from '../../../lib/complaints/ticket-model';
import { textParameter } from '../../shared/parameter-text';

/** How people answer in Odoo, and where: the same in Record and in Get Answers. */
export const answerFields: INodeProperties[] = [
	{
		displayName: 'Reply Prefix',
		name: 'replyPrefix',
		type: 'string',
		default: 'WeChat:',
		required: true,
		description: 'Beginning of a note in Odoo whose text is sent to the buyer',
	},
	{
		displayName: 'Solved Prefix',
		name: 'solvedPrefix',
		type: 'string',
		default: 'WeChat solved',
		description: 'Beginning of a note in Odoo that closes the complaint',
	},
	{
		displayName: 'Ticket Model',
		name: 'ticketModel',
		type: 'string',
		default: TICKET_MODEL,
		description:
			'Technical name of the model of tickets. If the database has no such model, or if empty, complaints are recorded on the order.',
	},
];

/** What `answerFields` says. */
export const answerSettings = (
	context: IExecuteFunctions,
	index: number,
): { prefixes: AnswerPrefixes; tickets: string } => ({
	prefixes: {
		reply: textParameter(context, 'replyPrefix', index),
		solved: textParameter(context, 'solvedPrefix', index),
	},
	tickets: textParameter(context, 'ticketModel', index),
});
