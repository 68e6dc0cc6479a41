import { getComplaintHistory } from '../../../../lib/wechat-pay/complaints/read-complaints';
import { callContext } from '../../../shared/call-context';
import { runPerItem } from '../../../shared/run-per-item';
import { complaintField, complaintId } from '../../shared/complaint-fields';
import { accountOf } from '../../shared/fields';

export const description = [complaintField({ resource: ['complaint'], operation: ['getHistory'] })];

/**
 * What was said and done about a complaint, one item for each step, the oldest first.
 *
 * @throws IntegrationError `WECHAT_COMPLAINT_ID_INVALID` and those of `getComplaintHistory`
 */
export const execute = runPerItem(async (context, index) => {
	const complaint_id = complaintId(context, index);
	const account = await accountOf(context, index);
	const steps = await getComplaintHistory(account, complaint_id, callContext);
	return steps.map((step) => ({ json: { complaint_id, ...step } }));
});
