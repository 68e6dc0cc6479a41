import type { ComplaintRequest } from '../complaints/complaint';
import { paidWith, type ControlRoutes, type Controls, type PaymentNumbers } from './controls';

/** Complaints of buyers, and what they say later. */
export function addComplaints({ get, post }: ControlRoutes, sandbox: Controls): void {
	get('/complaints', () => sandbox.complaints());
	post('/complaints', ({ out_trade_no, transaction_id, ...request }: NewComplaint) =>
		sandbox.complain(paidWith({ out_trade_no, transaction_id }, sandbox), request),
	);
	post('/complaint-words', ({ complaint_id, text }: { complaint_id: string; text: string }) => {
		const known = sandbox.complaints().find((one) => one.complaint_id === complaint_id);
		if (!known) throw new Error('There is no such complaint: give complaint_id');
		return sandbox.complainAgain(known, text);
	});
}

type NewComplaint = PaymentNumbers & ComplaintRequest;
