import type { IExecuteFunctions } from 'n8n-workflow';

import { keyedQueue, type KeyedQueue } from '../../../lib/core/keyed-queue';
import { memoizeAsync, youngerThan } from '../../../lib/core/memoize';
import type { OpenApiAccount } from '../../../lib/wechat-api/call';
import { keepPace, type Pace, type PaceLimits } from '../../../lib/wechat-api/pace';
import { fetchCatalogue, type CatalogueSku } from '../../../lib/wechat-api/stock/catalogue';
import { callContext } from '../../shared/call-context';
import { rememberedApiAccount } from '../../shared/wechat-api-account';

/** One WeChat Shop, with what all executions of this process have to share to write its stock safely. */
export interface Shop {
	account: OpenApiAccount;
	pace: Pace;
	queue: KeyedQueue;
	/** By `skuKey`. */
	newestVersions: Map<string, number>;
	catalogue(maxAgeMs: number): Promise<CatalogueSku[]>;
	/** Set by the operation that writes. */
	limits: PaceLimits;
}

const shops = new WeakMap<OpenApiAccount, Shop>();

/** The shop of the node's credential. */
export async function shopOf(context: IExecuteFunctions): Promise<Shop> {
	const account = rememberedApiAccount('shop', await context.getCredentials('wechatShopApi'));
	const known = shops.get(account);
	if (known) return known;
	const limits: PaceLimits = { perMinute: 300, perKeyMs: 0 };
	const catalogues = memoizeAsync<CatalogueSku[]>(1);
	const fetch = async () => await fetchCatalogue(account, callContext);
	const shop: Shop = {
		account,
		limits,
		pace: keepPace(() => limits, callContext),
		queue: keyedQueue(),
		newestVersions: new Map(),
		catalogue: async (maxAgeMs) => await catalogues('', fetch, youngerThan(maxAgeMs)),
	};
	shops.set(account, shop);
	return shop;
}
