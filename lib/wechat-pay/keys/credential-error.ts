import { IntegrationError } from '../../core/errors';

/** An error about one field of the WeChat Pay API credential: the message begins with its name. */
export function credentialError(
	field: string,
	code: string,
	message: string,
	{ likelyCause, nextStep }: { likelyCause: string; nextStep: string },
): IntegrationError {
	return new IntegrationError({ code, message: `${field}: ${message}`, likelyCause, nextStep });
}
