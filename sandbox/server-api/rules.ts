/** Limits on the calls of one path. */
export interface CallLimit {
	/** More are 45011 until the minute is over. */
	perMinute?: number;
	/** More are 45009 until midnight in Beijing. */
	perDay?: number;
}

/** How api.weixin.qq.com behaves where it may differ, or where a test wants it to. May be changed at any time. */
export interface ServerApiRules {
	/** The address that WeChat sees and does not know: tokens are refused with 40164. None by default. */
	blockedIp: string | null;
	/** Seconds after which a payment can be shipped: 0. WeChat takes about 60; before, it is 10060001. */
	paymentVisibleAfterS: number;
	/** Whether order shipping management is switched on: true. If not, its calls are 48001. */
	tradeManaged: boolean;
	/** Whether every merchant number is bound: true. */
	confirmationCompleted: boolean;
	/** What happens to the parcels of an earlier upload in split mode: `append` keeps them. WeChat does not document it. */
	splitUploads: 'append' | 'replace';
	/** By path. Those that WeChat publishes by default: of the tokens. */
	callLimits: Record<string, CallLimit>;
	/** More stock writes of a SKU within a minute are 10020112. Without end (null), as WeChat publishes none. */
	stockWritesPerSkuPerMinute: number | null;
	/** Whether the Shop has a default return address: true. If not, agreeing to a return is 606003. */
	shopHasReturnAddress: boolean;
	/** Fen that the Shop can refund from: without end (null). Beyond, it is 10021046. */
	shopBalance: number | null;
	/** Recipients of Shop orders that can be decoded a day: 30, as users report. */
	shopDecodesPerDay: number;
	/** Sends the ids of the Shop as bare numbers, as older copies of its API did: false. */
	shopIdsAsNumbers: boolean;
}

export const serverApiRules = (changed: Partial<ServerApiRules> = {}): ServerApiRules => ({
	blockedIp: null,
	paymentVisibleAfterS: 0,
	tradeManaged: true,
	confirmationCompleted: true,
	splitUploads: 'append',
	stockWritesPerSkuPerMinute: null,
	shopIdsAsNumbers: false,
	shopDecodesPerDay: 30,
	shopHasReturnAddress: true,
	shopBalance: null,
	...changed,
	callLimits: {
		'/cgi-bin/stable_token': { perMinute: 10_000, perDay: 500_000 },
		'/cgi-bin/token': { perDay: 2000 },
		...changed.callLimits,
	},
});
