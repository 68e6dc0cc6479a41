import type { HttpCallContext } from '../../core/http';
import type { WechatPayAccount } from '../keys/account';
import type { ComplaintStep } from './complaint-item';
import { checkText, lastWords, postOnce, type AnswerOutcome, type OfComplaint } from './post-once';
import { getComplaint, getComplaintHistory } from './read-complaints';

export interface ComplaintReply extends OfComplaint {
	/** 1 to 200 characters. */
	content: string;
	/** Media IDs, at most 4. */
	images: string[];
	/** When the text was written (milliseconds since 1970): only a later reply is this one. Absent: after the buyer's last words. */
	since?: number;
}

/** Clocks of Odoo, n8n and WeChat differ. */
const CLOCK_MARGIN_MS = 60_000;

/**
 * Answers the buyer, once.
 *
 * @throws IntegrationError `WECHAT_COMPLAINT_TEXT_INVALID` and those of `postOnce`
 */
export async function replyToComplaint(
	account: WechatPayAccount,
	{ content, images, since, ...complaint }: ComplaintReply,
	context: HttpCallContext,
): Promise<AnswerOutcome> {
	checkText(content, images);
	const fields = {
		response_content: content,
		...(images.length > 0 && { response_images: images }),
	};
	return await postOnce(account, complaint, 'response', fields, context, async (host) => {
		const history = await getComplaintHistory(host, complaint.complaint_id, context);
		const after = since === undefined ? lastWords(history) : since - CLOCK_MARGIN_MS;
		return history.some((step) => isReply(step, content) && Date.parse(step.operate_time) >= after);
	});
}

const isReply = ({ operate_type, operate_details }: ComplaintStep, content: string): boolean =>
	operate_type === 'MERCHANT_RESPONSE' && operate_details.trim() === content.trim();

/**
 * Reports to WeChat that the complaint is solved, once. WeChat asks the buyer whether that is so.
 *
 * @throws IntegrationError those of `postOnce`
 */
export async function completeComplaint(
	account: WechatPayAccount,
	complaint: OfComplaint,
	context: HttpCallContext,
): Promise<AnswerOutcome> {
	return await postOnce(account, complaint, 'complete', {}, context, async (host) => {
		const { complaint_state } = await getComplaint(host, complaint.complaint_id, context);
		return complaint_state === 'PROCESSED';
	});
}
