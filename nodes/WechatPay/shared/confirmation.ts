import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { IntegrationError } from '../../../lib/core/errors';
import type { Show } from './fields';

/** Without it no operation moves money; an expression cannot turn it on. */
export const confirmRefundField = (show: Show): INodeProperties => ({
	displayName: 'Confirm Refund',
	name: 'confirm',
	type: 'boolean',
	noDataExpression: true,
	default: false,
	displayOptions: { show },
	description:
		'Whether this node may move money. If off, it fails without calling WeChat Pay, also in tests in the editor.',
});

/** @throws IntegrationError `WECHAT_REFUND_NOT_CONFIRMED` unless the node may move money */
export function requireConfirmation(context: IExecuteFunctions, index: number): void {
	if (context.getNodeParameter('confirm', index) !== true) {
		throw new IntegrationError({
			code: 'WECHAT_REFUND_NOT_CONFIRMED',
			message: 'Nothing was refunded: Confirm Refund is off.',
			likelyCause: 'The step was tried out, or is not finished.',
			nextStep: 'Turn on Confirm Refund when the node may move money.',
		});
	}
}
