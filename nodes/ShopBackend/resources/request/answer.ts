import { holdAnswer } from '../../../../lib/shop-backend/hold-answer';
import { runPerItem } from '../../../shared/run-per-item';

const ANSWERED = 0;
const NOT_ANSWERED = 1;

/**
 * Answers the request that started the run, by what became of its item. Without an expression: n8n's engine for
 * these takes more processor time than the rest of the run, which counts when hundreds ask at once.
 */
export const execute = runPerItem(async (context, _index, { json }) => {
	const answer = holdAnswer(json);
	if (!answer) return { json, output: NOT_ANSWERED };
	const { http_status: statusCode, body } = answer;
	await context.sendResponse({ statusCode, headers: {}, body });
	return { json: { ...json, answer: { http_status: statusCode, ...body } }, output: ANSWERED };
});
