import { IntegrationError } from './errors';

/**
 * A URL of http or https.
 *
 * @throws IntegrationError `HTTP_ADDRESS_INVALID` for any other text; the message does not repeat it, since an
 * address may hold a password
 */
export function webAddress(text: string): URL {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (url && /^https?:$/.test(url.protocol) && url.hostname !== '') return url;
	throw new IntegrationError({
		code: 'HTTP_ADDRESS_INVALID',
		message: 'The address to call is not a web address.',
		likelyCause: 'A URL in the credential is incomplete: "https://" is missing, or it is mistyped.',
		nextStep: 'Copy the whole URL, beginning with https://, into the credential.',
	});
}
