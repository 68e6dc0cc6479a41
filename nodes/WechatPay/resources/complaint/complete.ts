import { completeComplaint } from '../../../../lib/wechat-pay/complaints/answer-complaint';
import { callContext } from '../../../shared/call-context';
import { runPerItem } from '../../../shared/run-per-item';
import { complaintField, complaintMerchantField, ofComplaint } from '../../shared/complaint-fields';
import { accountOf } from '../../shared/fields';

const show = { resource: ['complaint'], operation: ['complete'] };

export const description = [complaintField(show), complaintMerchantField(show)];

/**
 * Reports a complaint as solved, once.
 *
 * @returns the item with `answer.status`: `sent`, or `already` if it is closed
 * @throws IntegrationError `WECHAT_COMPLAINT_ID_INVALID` and those of `completeComplaint`
 */
export const execute = runPerItem(async (context, index, { json }) => {
	const complaint = ofComplaint(context, index);
	const account = await accountOf(context, index);
	const status = await completeComplaint(account, complaint, callContext);
	return { json: { ...json, answer: { status } } };
});
