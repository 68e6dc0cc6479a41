import { IntegrationError } from '../../core/errors';
import { BILLS } from '../keys/merchant-platform';

/** A file that is not what WeChat Pay wrote: `WECHAT_BILL_<kind>`. */
export function billError(kind: string, message: string, retryable = false): IntegrationError {
	return new IntegrationError({
		code: `WECHAT_BILL_${kind}`,
		message,
		likelyCause: retryable
			? 'The download was cut or changed on its way.'
			: 'WeChat Pay has changed the layout of its bills, or something else answered in its place.',
		nextStep: retryable
			? 'Run the step again. If it stays, let proxies between n8n and WeChat Pay pass files on unchanged.'
			: `Download the bill at ${BILLS}, and compare its first line with the columns in the documentation of WeChat Pay.`,
		retryable,
	});
}
