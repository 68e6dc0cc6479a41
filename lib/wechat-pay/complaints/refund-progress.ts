import type { HttpCallContext } from '../../core/http';
import type { WechatPayAccount } from '../keys/account';
import { requireSide } from '../keys/region';
import { checkText, lastWords, postOnce, type AnswerOutcome, type OfComplaint } from './post-once';
import { getComplaintHistory } from './read-complaints';

/** What the merchant says about a refund that the buyer asks for. */
export type RefundProgress =
	| {
			action: 'APPROVE';
			/** Working days until the refund is made; 0 is today. */
			launch_refund_day: number;
			remark?: string;
	  }
	| {
			action: 'REJECT';
			/** 1 to 200 characters. */
			reject_reason: string;
			/** Media IDs, at most 4. */
			reject_media_list?: string[];
			remark?: string;
	  };

/** The second is WeChat's own spelling. */
const STEPS = { APPROVE: 'MERCHANT_APPROVE_REFUND', REJECT: 'MERCHANT_REFUSE_RERUND' };

/**
 * Announces a refund to the buyer, or refuses one, once. No money moves: create the refund as well.
 *
 * @throws IntegrationError `WECHAT_REGION_WRONG`, `WECHAT_COMPLAINT_TEXT_INVALID` and those of `postOnce`
 */
export async function updateRefundProgress(
	account: WechatPayAccount,
	complaint: OfComplaint,
	progress: RefundProgress,
	context: HttpCallContext,
): Promise<AnswerOutcome> {
	requireSide(account, 'mainland');
	if (progress.action === 'REJECT') checkText(progress.reject_reason, progress.reject_media_list);
	checkText(progress.remark ?? '', [], 0);
	return await postOnce(
		account,
		complaint,
		'update-refund-progress',
		progress,
		context,
		async (host) => {
			const history = await getComplaintHistory(host, complaint.complaint_id, context);
			const after = lastWords(history);
			const type = STEPS[progress.action];
			return history.some(
				(step) => step.operate_type === type && Date.parse(step.operate_time) >= after,
			);
		},
	);
}
