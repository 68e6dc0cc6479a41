import { openAccount } from '../../../../../lib/wechat-pay/keys/open-account';
import type { Complaint, Sandbox } from '../../../../../sandbox/index';
import { sharedSandbox } from '../../../../support/shared-sandbox';

/** A sandbox whose buyers complain, and the merchant's account. Stopped by the caller. */
export async function openComplaints() {
	const sandbox: Sandbox = await sharedSandbox();
	const complain = (complaint_detail = '未收到货', more = {}): Complaint =>
		sandbox.complain(sandbox.pay({ total: 10_000 }), { complaint_detail, ...more });
	return { sandbox, account: openAccount(sandbox.credential), complain };
}

/** Path of a complaint. */
export const pathOf = (complaint_id: string): string =>
	`/v3/merchant-service/complaints-v2/${complaint_id}`;

/** Calls that change something, by the end of their path. */
export const posts = (sandbox: Sandbox, end: string): number =>
	sandbox.calls().filter(({ method, target }) => method === 'POST' && target.endsWith(end)).length;
