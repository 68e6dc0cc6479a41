/** Who calls api.weixin.qq.com. A token belongs to one AppID and one kind of account. */
export interface WechatApiAccount {
	kind: 'miniProgram' | 'shop';
	appid: string;
	/** Without a slash at the end, e.g. `https://api.weixin.qq.com`. */
	baseUrl: string;
	tokens: TokenSource;
}

/** Where tokens come from: WeChat, or a server of the merchant's that keeps them for everybody. */
export type TokenSource =
	| { from: 'wechat'; secret: string }
	| { from: 'server'; url: string; secret: string };
