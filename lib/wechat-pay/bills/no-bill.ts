import { IntegrationError } from '../../core/errors';
import type { Bill } from './read-bill';

/** A bill that may not be there: WeChat Pay's "there is none" becomes a bill without items. */
export async function emptyIfNone(fetching: Promise<Bill>): Promise<Bill> {
	try {
		return await fetching;
	} catch (error) {
		if (error instanceof IntegrationError && error.code === 'WECHAT_NO_BILL') return { items: [] };
		throw error;
	}
}
