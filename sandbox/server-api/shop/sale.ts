/** One line of what a buyer buys. */
export interface SoldLine {
	sku_id: string;
	/** Units: 1. */
	count?: number;
	/** Fen off the line, by who gives them. */
	discounts?: { shop?: number; influencer?: number; platform?: number };
	/** A free gift: nothing is paid for it. */
	gift?: boolean;
	/** Days after the payment that a pre-sale ships. */
	presaleDays?: number;
	influencer?: SellingInfluencer;
}

/** Who sold a line, and what they get. */
export interface SellingInfluencer {
	finder_id: string;
	nickname: string;
	/** Fen; 0 by default. */
	commission?: number;
}

/** Where the goods go, unmasked. */
export interface ShopRecipient {
	user_name: string;
	tel_number: string;
	province_name: string;
	city_name: string;
	county_name: string;
	detail_info: string;
	/** A number that reaches the buyer for a while, as `13200000000-1234`, and when it ends (seconds). */
	virtual?: { number: string; expires: number };
}

/** What a buyer buys: one line, or several. */
export interface Sale extends Partial<SoldLine> {
	lines?: SoldLine[];
	openid?: string;
	unionid?: string;
	/** True by default; an unpaid order has taken its stock too. */
	paid?: boolean;
	/** Paid, but not to be shipped: 12 a gift that nobody accepted yet, 13 a group that is not complete. */
	waiting?: 12 | 13;
	/** Fen; 0. */
	freight?: number;
	/** 1 WeChat Pay, 2 pay later, 3 lottery, 4 points. */
	payment_method?: 1 | 2 | 3 | 4;
	recipient?: Partial<ShopRecipient>;
	/** The buyer's words. */
	notes?: string;
	/** A live stream that the order came from. */
	live_id?: string;
	/** WeChat refuses to let it be shipped: 606049. */
	risk?: boolean;
}
