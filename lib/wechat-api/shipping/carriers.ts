import type { HttpCallContext } from '../../core/http';
import { callWechatApi, type OpenApiAccount } from '../call';

/** A carrier in WeChat's list for shipping. WeChat Shop has another list, with other codes. */
export interface Carrier {
	/** The code, e.g. `SF`. */
	delivery_id: string;
	/** Chinese, as a rule. */
	delivery_name: string;
}

/** WeChat's carriers for shipping information (get_delivery_list): about 1,500. */
export async function fetchCarriers(
	account: OpenApiAccount,
	context: HttpCallContext,
): Promise<Carrier[]> {
	const path = '/cgi-bin/express/delivery/open_msg/get_delivery_list';
	const { delivery_list } = await callWechatApi(
		account,
		{ path, body: {}, repeatable: true },
		context,
	);
	return (Array.isArray(delivery_list) ? (delivery_list as Carrier[]) : []).map(
		({ delivery_id, delivery_name }) => ({
			delivery_id: String(delivery_id),
			delivery_name: String(delivery_name ?? ''),
		}),
	);
}
