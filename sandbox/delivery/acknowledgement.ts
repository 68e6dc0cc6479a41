import type { PreparedRequest } from '../notifications/options';
import { readXml } from '../core/xml';
import type { DeliveryFailure } from './delivery';

/**
 * What a whole answer means. JSON notifications are acknowledged by status 200 or 204 alone, redirects are not
 * followed. XML ones are by status 200 and `return_code` SUCCESS, with nothing around the XML.
 */
export function failureOfAnswer(
	{ headers }: Pick<PreparedRequest, 'headers'>,
	{ status, body }: { status: number; body: string },
): DeliveryFailure | null {
	if (headers['Content-Type'] !== 'text/xml') return failureOfStatus(status);
	if (status !== 200) return 'status';
	return body.startsWith('<xml>') && readXml(body)?.return_code === 'SUCCESS' ? null : 'body';
}

export function failureOfStatus(status: number): DeliveryFailure | null {
	return status === 200 || status === 204 ? null : 'status';
}
