import { IntegrationError } from '../../core/errors';
import type { HttpCallContext } from '../../core/http';
import type { JsonObject } from '../../core/json';
import { callUntilAnswered } from '../api/call';
import type { WechatPayAnswer } from '../api/client';
import { refusalError } from '../api/refusal';
import type { WechatPayAccount } from '../keys/account';
import { isOfBuyer, type ComplaintStep } from './complaint-item';
import { complaintTarget } from './complaint-targets';

/** `already`: an earlier call did it, whose answer was lost or not noted. */
export type AnswerOutcome = 'sent' | 'already';

/** Which complaint is answered. */
export interface OfComplaint {
	complaint_id: string;
	/** Merchant that the buyer complained about. Empty: the account itself. */
	mchid: string;
}

const DONE: WechatPayAnswer = { status: 204, headers: {}, body: {} };

/**
 * Does something about a complaint, unless it has been done. WeChat Pay has no number for such a call, so what it
 * knows is looked at before the call is made, and before it is repeated.
 *
 * @throws IntegrationError `WECHAT_REFUSED`, `WECHAT_RESPONSE_UNPROVED` or `HTTP_…`
 */
export async function postOnce(
	account: WechatPayAccount,
	{ complaint_id, mchid }: OfComplaint,
	part: 'response' | 'complete' | 'update-refund-progress',
	fields: JsonObject,
	context: HttpCallContext,
	isDone: (account: WechatPayAccount) => Promise<boolean>,
): Promise<AnswerOutcome> {
	if (await isDone(account)) return 'already';
	const body = JSON.stringify({ complainted_mchid: mchid || account.mchid, ...fields });
	const call = {
		method: 'POST' as const,
		target: complaintTarget(account, complaint_id, part),
		body,
	};
	const answer = await callUntilAnswered(account, call, context, async (host) =>
		(await isDone(host)) ? DONE : undefined,
	);
	if (answer.status >= 300) throw refusalError(answer);
	return 'sent';
}

/** When the buyer said something last, in milliseconds since 1970. */
export const lastWords = (history: ComplaintStep[]): number =>
	Math.max(-Infinity, ...history.filter(isOfBuyer).map((step) => Date.parse(step.operate_time)));

const LONGEST = 200;
const MOST_IMAGES = 4;

/** @throws IntegrationError `WECHAT_COMPLAINT_TEXT_INVALID` for a text or a number of images that WeChat Pay refuses */
export function checkText(text: string, images: string[] = [], least = 1): void {
	const { length } = [...text];
	if (length >= least && length <= LONGEST && images.length <= MOST_IMAGES) return;
	throw new IntegrationError({
		code: 'WECHAT_COMPLAINT_TEXT_INVALID',
		message: `The text has ${length} characters and ${images.length} images; nothing was sent.`,
		likelyCause: `WeChat Pay takes 1 to ${LONGEST} characters and at most ${MOST_IMAGES} images.`,
		nextStep: 'Shorten the text, or send it in two replies.',
	});
}
