import type { IExecuteFunctions } from 'n8n-workflow';

import { turns, type InTurn } from '../../../lib/core/keyed-queue';
import { remembered, type Remembered } from '../../../lib/core/memoize';
import type { OpenApiAccount } from '../../../lib/wechat-api/call';
import { keepPace, type Pace, type PaceLimits } from '../../../lib/wechat-api/pace';
import { fetchCatalogue, type CatalogueSku } from '../../../lib/wechat-api/stock/catalogue';
import { callContext } from '../../shared/call-context';
import { rememberedApiAccount } from '../../shared/wechat-api-account';

/** One WeChat Shop, with what all executions of this process have to share to write its stock safely. */
export interface Shop {
	account: OpenApiAccount;
	pace: Pace;
	inTurn: InTurn;
	/** By `skuKey`. */
	newestVersions: Map<string, number>;
	catalogue: Remembered<CatalogueSku[]>;
	/** Set by whoever writes. */
	limits: PaceLimits;
}

const shops = new WeakMap<OpenApiAccount, Shop>();

/** The shop of the node's credential. */
export async function shopOf(context: IExecuteFunctions): Promise<Shop> {
	const account = rememberedApiAccount('shop', await context.getCredentials('wechatShopApi'));
	const known = shops.get(account);
	if (known) return known;
	const limits: PaceLimits = { perMinute: 300, perKeyMs: 0 };
	const shop: Shop = {
		account,
		limits,
		pace: keepPace(() => limits, callContext),
		inTurn: turns(),
		newestVersions: new Map(),
		catalogue: remembered(async () => await fetchCatalogue(account, callContext), callContext.now),
	};
	shops.set(account, shop);
	return shop;
}
