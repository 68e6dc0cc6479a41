import { WechatPay } from '../../../../../../nodes/WechatPay/WechatPay.node';
import type { Sandbox } from '../../../../../../sandbox/index';
import { runNode } from '../../../../../support/engine';

/** Runs an operation of the resource Complaint. @returns the items of the first output */
export async function runComplaint(
	sandbox: Sandbox,
	operation: string,
	parameters: object = {},
	item = {},
) {
	const given = { resource: 'complaint', operation, ...parameters };
	const [items] = await runNode(new WechatPay(), given, [item], { ...sandbox.credential });
	return items ?? [];
}
