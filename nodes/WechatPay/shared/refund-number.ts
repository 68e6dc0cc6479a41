import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { IntegrationError } from '../../../lib/core/errors';
import type { Show } from './fields';

/** The merchant's own number of a refund. */
export const refundNumberField = (show: Show): INodeProperties => ({
	displayName: 'Refund Number',
	name: 'refundNumber',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. {{ $json.out_trade_no }}-R1',
	displayOptions: { show },
	description:
		'Also called out_refund_no: your own number of this refund, up to 64 letters, digits and _-|*@. Build it from the order number, not from a timestamp or a random value, so that a retry cannot refund twice.',
});

/** @throws IntegrationError `WECHAT_REFUND_NUMBER_INVALID` */
export function refundNumber(context: IExecuteFunctions, index: number): string {
	const number: unknown = context.getNodeParameter('refundNumber', index);
	if (typeof number === 'string' && /^[\w|*@-]{1,64}$/.test(number.trim())) return number.trim();
	throw new IntegrationError({
		code: 'WECHAT_REFUND_NUMBER_INVALID',
		message: 'The refund number is not text of 1 to 64 letters, digits and _-|*@.',
		likelyCause: 'The field before is empty, or has spaces in it.',
		nextStep: 'Build the number from the order number, e.g. {{ $json.out_trade_no }}-R1.',
	});
}
