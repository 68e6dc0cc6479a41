import { IntegrationError } from '../errors';
import type { WechatPayAnswer } from './client';

const RETRYABLE = new Set([
	'SYSTEM_ERROR',
	'SERVICE_UNAVAILABLE',
	'FREQUENCY_LIMITED',
	'RATELIMIT_EXCEEDED',
	'RATE_LIMITED',
]);

/** WeChat's `code` of an answer that is no success, or the status when it gives none. */
export function refusalCode({ status, body }: WechatPayAnswer): string {
	return typeof body['code'] === 'string' ? body['code'] : `HTTP ${status}`;
}

/** WeChat's refusal in our words, with its own text beside it. */
export function refusalError(answer: WechatPayAnswer): IntegrationError {
	const code = refusalCode(answer);
	const said = typeof answer.body['message'] === 'string' ? `: ${answer.body['message']}` : '';
	return new IntegrationError({
		code: 'WECHAT_REFUSED',
		message: `WeChat Pay answered ${code}${said}.`,
		retryable: RETRYABLE.has(code) || answer.status >= 500,
		...advice(code),
	});
}

function advice(code: string): { likelyCause: string; nextStep: string } {
	if (code === 'ORDER_NOT_EXIST') {
		return {
			likelyCause: 'The number is wrong, or the order belongs to another merchant id.',
			nextStep: 'Compare the number with the merchant platform.',
		};
	}
	if (code === 'SIGN_ERROR') {
		return {
			likelyCause: 'The private key, the certificate serial or the clock is wrong.',
			nextStep: 'Run the test of the WeChat Pay API credential: it names the field.',
		};
	}
	if (RETRYABLE.has(code)) {
		return {
			likelyCause: 'WeChat Pay is overloaded, or too many calls were made.',
			nextStep: 'Run the step again a little later.',
		};
	}
	return {
		likelyCause: 'WeChat Pay does not accept the call as it is.',
		nextStep: 'Read its message above; it names what it does not accept.',
	};
}
