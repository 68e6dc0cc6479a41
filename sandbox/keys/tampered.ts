import type { PreparedRequest } from '../notifications/options';

/** Changes that invalidate a signed notification: each must be refused with 4xx and start no workflow. */
type Tamper = (request: PreparedRequest) => PreparedRequest;

const withHeader = (request: PreparedRequest, name: string, value: string): PreparedRequest => ({
	...request,
	headers: { ...request.headers, [name]: value },
});

const signatureOf = ({ headers }: PreparedRequest): string => headers['Wechatpay-Signature'] ?? '';

/** Base64 with its first letter changed. */
const changed = (base64: string): string => (base64.startsWith('A') ? 'B' : 'A') + base64.slice(1);

/** A signature made by no key. */
export const forgedSignature: Tamper = (request) =>
	withHeader(request, 'Wechatpay-Signature', changed(signatureOf(request)));

/** WeChat's probe of the merchant's check: a wrong signature with a mark in front, so that it is not valid base64. */
export const signatureProbe: Tamper = (request) =>
	withHeader(request, 'Wechatpay-Signature', `WECHATPAY/SIGNTEST/${changed(signatureOf(request))}`);

/** Signed well, but with a key that the merchant was never given. */
export const unknownSerial: Tamper = (request) =>
	withHeader(request, 'Wechatpay-Serial', '7'.repeat(40));

/** One letter of the ciphertext changed, the signature left. */
export const changedCiphertext: Tamper = (request) => ({
	...request,
	body: request.body.replace(
		/"ciphertext":"([^"]+)"/,
		(_, ciphertext: string) => `"ciphertext":"${changed(ciphertext)}"`,
	),
});

/** The same JSON, rewritten by a proxy. */
export const reserialisedBody: Tamper = (request) => ({
	...request,
	body: JSON.stringify(JSON.parse(request.body), null, 2),
});

export function withoutHeader(request: PreparedRequest, name: string): PreparedRequest {
	const kept = Object.entries(request.headers).filter(
		([header]) => header.toLowerCase() !== name.toLowerCase(),
	);
	return { ...request, headers: Object.fromEntries(kept) };
}
