import { HEX, randomText, type RandomSource } from '../core/random';
import { CallCounter } from './call-counter';
import { serverApiRules, type ServerApiRules } from './rules';
import { MessageBook } from './messages/message-book';
import { ShippingBook } from './shipping/shipping';
import { ShopBook } from './shop/shop-book';
import { TokenBook } from './tokens/token-book';

/** What a merchant types into a credential. */
export interface ServerApiAccount {
	appid: string;
	/** AppSecret. */
	secret: string;
}

/** What api.weixin.qq.com knows and holds. */
export interface ServerApi {
	/** That the payments are made in. */
	miniProgram: ServerApiAccount;
	/** The WeChat Shop: another AppID with separate tokens. */
	shopAccount: ServerApiAccount;
	rules: ServerApiRules;
	tokens: TokenBook;
	shipping: ShippingBook;
	shop: ShopBook;
	messages: MessageBook;
	counter: CallCounter;
}

const SHOP_APPID = 'wxfedcba9876543210';

export function createServerApi(
	appid: string,
	random: RandomSource,
	rules?: Partial<ServerApiRules>,
): ServerApi {
	const secret = (): string => randomText(random, 32, HEX).toLowerCase();
	return {
		miniProgram: { appid, secret: secret() },
		shopAccount: { appid: SHOP_APPID, secret: secret() },
		rules: serverApiRules(rules),
		tokens: new TokenBook(random),
		shipping: new ShippingBook(),
		shop: new ShopBook(),
		messages: new MessageBook(),
		counter: new CallCounter(),
	};
}
