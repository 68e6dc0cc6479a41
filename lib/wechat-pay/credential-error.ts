import { IntegrationError } from '../errors';

/** Menu path in the merchant platform, as its own pages name it. */
export const API_SECURITY =
	'pay.weixin.qq.com → Account Center (账户中心) → API Security (API安全)';

/** An error about one field of the WeChat Pay API credential: the message begins with its name. */
export function credentialError(
	field: string,
	code: string,
	message: string,
	{ likelyCause, nextStep }: { likelyCause: string; nextStep: string },
): IntegrationError {
	return new IntegrationError({ code, message: `${field}: ${message}`, likelyCause, nextStep });
}
