import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';

import type { OpenApiAccount } from '../../../lib/wechat-api/call';
import { rememberedApiAccount } from '../../shared/wechat-api-account';

/** The shop of the node's credential. */
export const accountOf = async (
	context: IExecuteFunctions | ILoadOptionsFunctions,
): Promise<OpenApiAccount> =>
	rememberedApiAccount('shop', await context.getCredentials('wechatShopApi'));
