import { memoizeAsync, youngerThan } from '../../../lib/core/memoize';
import type { OpenApiAccount } from '../../../lib/wechat-api/call';
import type { Carrier } from '../../../lib/wechat-api/shipping/carriers';
import { fetchShopCarriers } from '../../../lib/wechat-shop/shipping/carriers';
import { callContext } from '../../shared/call-context';

const isCurrent = youngerThan(86_400_000);
const lists = memoizeAsync<Carrier[]>(20);

/** WeChat Shop's carriers, remembered for a day. */
export async function carriersOf(account: OpenApiAccount): Promise<Carrier[]> {
	const fetch = async () => await fetchShopCarriers(account, callContext);
	return await lists(`${account.baseUrl} ${account.appid}`, fetch, isCurrent);
}
