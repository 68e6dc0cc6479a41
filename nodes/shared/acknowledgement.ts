import { BoundedMap } from '../../lib/core/bounded-map';
import type { NotificationReceipt } from '../../lib/wechat-pay/notification/items';

type Api = NotificationReceipt['api'];

const XML_OK =
	'<xml><return_code><![CDATA[SUCCESS]]></return_code><return_msg><![CDATA[OK]]></return_msg></xml>';

/** What WeChat Pay wants to hear. APIv3 goes by the status alone; APIv2 reads exactly this XML. */
export function acknowledgement(api: Api): { contentType: string; body: string | object } {
	return api === 'v2'
		? { contentType: 'text/xml; charset=utf-8', body: XML_OK }
		: {
				contentType: 'application/json; charset=utf-8',
				body: { code: 'SUCCESS', message: '成功' },
			};
}

/** @param code of our own, no text from outside */
export function refusalReply(
	api: Api,
	code: string,
): { contentType: string; body: string | object } {
	return api === 'v2'
		? {
				contentType: 'text/xml; charset=utf-8',
				body: `<xml><return_code><![CDATA[FAIL]]></return_code><return_msg><![CDATA[${code}]]></return_msg></xml>`,
			}
		: {
				contentType: 'application/json; charset=utf-8',
				body: { code: 'FAIL', message: code },
			};
}

/**
 * Tells the trigger when all notifications of a batch have passed Acknowledge Notification. Only within
 * this process: a worker of n8n's queue mode reports nothing.
 */
const listeners = new BoundedMap<string, () => void>(1000);

/** @returns stops listening */
export function onAcknowledged(batchId: string, listener: () => void): () => void {
	listeners.set(batchId, listener);
	return () => listeners.delete(batchId);
}

export function reportAcknowledged(batchId: string): void {
	listeners.get(batchId)?.();
	listeners.delete(batchId);
}
