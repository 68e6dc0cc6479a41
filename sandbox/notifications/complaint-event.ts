import type { ComplaintNotice } from '../complaints/complaint';
import type { UnrelatedEvent } from './unrelated-event';

/** The notification of a complaint: it says which one it is and what happened, and nothing else. */
export const complaintEvent = ({ complaint, action_type }: ComplaintNotice): UnrelatedEvent => {
	const isNew = action_type === 'CREATE_COMPLAINT';
	return {
		event_type: isNew ? 'COMPLAINT.CREATE' : 'COMPLAINT.STATE_CHANGE',
		// As in WeChat's own sample.
		original_type: '',
		summary: isNew ? '产生新投诉' : '投诉单状态变化',
		resource: { complaint_id: complaint.complaint_id, action_type },
	};
};
