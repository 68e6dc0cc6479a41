import type { INodeProperties } from 'n8n-workflow';

import { complaintItem } from '../../../../lib/wechat-pay/complaints/complaint-item';
import {
	getComplaint,
	getComplaintHistory,
} from '../../../../lib/wechat-pay/complaints/read-complaints';
import { decryptField } from '../../../../lib/wechat-pay/keys/decrypt-field';
import { callContext } from '../../../shared/call-context';
import { runPerItem } from '../../../shared/run-per-item';
import { complaintField, complaintId, phoneField } from '../../shared/complaint-fields';
import { accountOf } from '../../shared/fields';

const show = { resource: ['complaint'], operation: ['get'] };

export const description: INodeProperties[] = [
	complaintField(show),
	{
		displayName: 'Include History',
		name: 'includeHistory',
		type: 'boolean',
		default: true,
		displayOptions: { show },
		description: 'Whether to add what the buyer, you and WeChat said and did, in complaint.history',
	},
	phoneField(show),
];

/**
 * A complaint with the numbers of its order and the times by which it has to be answered and solved.
 *
 * @throws IntegrationError `WECHAT_COMPLAINT_ID_INVALID`, `WECHAT_FIELD_NOT_DECRYPTED` and those of `getComplaint`
 */
export const execute = runPerItem(async (context, index) => {
	const id = complaintId(context, index);
	const account = await accountOf(context, index);
	const fields = await getComplaint(account, id, callContext);
	const item = complaintItem(fields);
	if (context.getNodeParameter('includeHistory', index) === true) {
		item.complaint.history = await getComplaintHistory(account, id, callContext);
	}
	const phone = fields['payer_phone'];
	if (context.getNodeParameter('decryptPhone', index) === true && typeof phone === 'string') {
		item.complaint.payer_phone = decryptField(account, phone);
	}
	return { json: { mchid: account.mchid, ...item } };
});
