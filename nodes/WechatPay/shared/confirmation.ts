import type { IExecuteFunctions } from 'n8n-workflow';

import { IntegrationError } from '../../../lib/core/errors';

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
