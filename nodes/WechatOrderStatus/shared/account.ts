import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';

import { memoizeAsync, youngerThan } from '../../../lib/core/memoize';
import type { OpenApiAccount } from '../../../lib/wechat-api/call';
import { fetchCarriers, type Carrier } from '../../../lib/wechat-api/shipping/carriers';
import { callContext } from '../../shared/call-context';
import { rememberedApiAccount } from '../../shared/wechat-api-account';

export const CREDENTIAL = 'wechatMiniProgramApi';

/** WeChat: read the list of carriers once a day. */
const isCurrent = youngerThan(86_400_000);
const lists = memoizeAsync<Carrier[]>(20);

/** The mini program of the node's credential. */
export const accountOf = async (
	context: IExecuteFunctions | ILoadOptionsFunctions,
): Promise<OpenApiAccount> =>
	rememberedApiAccount('miniProgram', await context.getCredentials(CREDENTIAL));

/** WeChat's carriers, remembered for a day. */
export async function carriersOf(account: OpenApiAccount): Promise<Carrier[]> {
	const fetch = async () => await fetchCarriers(account, callContext);
	return await lists(`${account.baseUrl} ${account.appid}`, fetch, isCurrent);
}
