/** A campaign day in figures. Shares are from 0 to 1. */
export interface CampaignProfile {
	/** As `--profile` takes it. */
	name: string;
	orders: number;
	/** From the first payment to the last one, before compression. */
	seconds: number;
	/** When the influencer's post goes out, as a share of the time. */
	postAt: number;
	/** Share of the orders that the post brings, in a wave. The rest comes evenly. */
	postShare: number;
	/** When the wave is highest: this share of the time after the post. */
	postPeak: number;
	/** Products on sale; the first is the hot one. */
	products: number;
	/** Share of the orders for the hot product alone. */
	hotShare: number;
	/** Share of the orders by buyers who have bought before. */
	returningShare: number;
	/** Share of the payments that WeChat notifies of two or three times. */
	repeatedShare: number;
	/** Buyers buy in a WeChat Shop, which pushes its events; otherwise in a mini program. */
	inShop?: true;
}

const USUAL = {
	postAt: 0.25,
	postShare: 0.6,
	postPeak: 0.05,
	products: 6,
	hotShare: 0.7,
	returningShare: 0.15,
	repeatedShare: 0.2,
};

const ONE_MINUTE = { orders: 200, seconds: 60, postAt: 0.1, products: 1, hotShare: 1 };

/** The first is the default. */
export const PROFILES: [CampaignProfile, ...CampaignProfile[]] = [
	{ ...USUAL, name: 'campaign', orders: 200, seconds: 1800 },
	{ ...USUAL, name: '3-hours', orders: 400, seconds: 10_800 },
	{ ...USUAL, name: '72-hours', orders: 600, seconds: 259_200 },
	{ ...USUAL, ...ONE_MINUTE, name: 'viral', postPeak: 0.12 },
	{ ...USUAL, ...ONE_MINUTE, name: 'flash', postPeak: 0.03 },
	{ ...USUAL, name: 'shop-live', orders: 400, seconds: 600, inShop: true },
];

/** @throws Error that names the profiles there are */
export function profileNamed(name: string): CampaignProfile {
	const profile = PROFILES.find((one) => one.name === name);
	if (profile) return profile;
	const names = PROFILES.map((one) => one.name).join(', ');
	throw new Error(`There is no profile "${name}", only ${names}`);
}

/** What the day is like: `200 orders in 30 minutes`, `200 orders for one product in 60 seconds`. */
export function titleOf({
	orders,
	seconds,
	products,
}: Pick<CampaignProfile, 'orders' | 'seconds' | 'products'>): string {
	const [length, unit] =
		seconds >= 7200
			? [seconds / 3600, 'hours']
			: seconds > 60
				? [seconds / 60, 'minutes']
				: [seconds, 'seconds'];
	return `${orders} orders${products === 1 ? ' for one product' : ''} in ${length} ${unit}`;
}
