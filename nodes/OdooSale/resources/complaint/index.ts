import { operationMenu } from '../../../shared/operation-fields';
import * as getAnswers from './getAnswers';
import * as noteAnswer from './noteAnswer';
import * as record from './record';

export const description = [
	operationMenu(
		'complaint',
		[
			{
				name: 'Get Answers',
				value: 'getAnswers',
				action: 'Get the answers to complaints',
				description: 'Get the notes and closed tickets that have to be sent to WeChat',
			},
			{
				name: 'Note Answer',
				value: 'noteAnswer',
				action: 'Note the answer to a complaint',
				description: 'Note that an answer was sent to WeChat, or why it was not',
			},
			{
				name: 'Record',
				value: 'record',
				action: 'Record a complaint',
				description: 'Create or update a ticket, or an activity on the order',
			},
		],
		'record',
	),
	...getAnswers.description,
	...noteAnswer.description,
	...record.description,
];

export { getAnswers, noteAnswer, record };
