import { IntegrationError } from '../../core/errors';
import { FUNDS, ORDERS, REFUNDS } from '../merchant-platform';

/** Whether a refund waits for money: an answer rather than a fault. */
export const isNotFunded = (error: unknown): boolean =>
	error instanceof IntegrationError && error.code === 'WECHAT_REFUND_NOT_FUNDED';

/** @param crossBorder there refunds are paid from the day's payments, which nobody can top up */
export function notFunded(crossBorder: boolean): IntegrationError {
	return new IntegrationError({
		code: 'WECHAT_REFUND_NOT_FUNDED',
		message: 'WeChat Pay answered NOT_ENOUGH: it holds too little money for this refund.',
		likelyCause: crossBorder
			? "Refunds are paid from the day's payments in yuan, and earlier payments are converted already."
			: 'The unsettled money, or the balance that refunds are paid from, is too small.',
		nextStep: crossBorder
			? 'Run the step again with the same refund number when new payments have come in, usually within 12 to 48 hours. Never take a new number for it.'
			: `Top up at ${FUNDS}, then run the step again with the same refund number.`,
	});
}

export function nothingLeft(): IntegrationError {
	return new IntegrationError({
		code: 'WECHAT_ORDER_REFUNDED',
		message: 'Nothing is left to refund of this order.',
		likelyCause: 'Everything was refunded before, or is on its way.',
		nextStep: `Look at its refunds with Get Many, or at ${REFUNDS}; the order is at ${ORDERS}.`,
	});
}

/** The error of a call that may have been carried out. */
export function uncertain(error: unknown): unknown {
	const open = error instanceof IntegrationError && error.ambiguous;
	if (!open) return error;
	return new IntegrationError({
		code: 'WECHAT_REFUND_UNCERTAIN',
		message: `It is not known whether the refund was accepted. ${error.message}`,
		likelyCause: error.likelyCause,
		nextStep: `Run the step again with the same refund number and amount: WeChat Pay makes one refund of it. Never take a new number for it. The refund is listed at ${REFUNDS}.`,
		retryable: true,
		ambiguous: true,
	});
}
