import type { CampaignProfile } from './profiles';
import type { Random } from './random';

type Wave = Pick<CampaignProfile, 'orders' | 'seconds' | 'postAt' | 'postShare' | 'postDecay'>;

/**
 * When each payment of a campaign is made: buyers who come by themselves, evenly over the time, and
 * those whom the post brings, at once at first and ever fewer (an exponential decay).
 *
 * @returns milliseconds from the beginning, ascending, one for each order
 */
export function arrivals(wave: Wave, random: Random): number[] {
	const share = () => (random() < wave.postShare ? afterPost(wave, random) : random());
	return Array.from({ length: wave.orders }, () => share() * wave.seconds * 1000).sort(
		(one, other) => one - other,
	);
}

/** A share of the time between the post and the end: the inverse of the decay's distribution, cut at the end. */
function afterPost({ postAt, postDecay }: Wave, random: Random): number {
	const left = 1 - postAt;
	const all = 1 - Math.exp(-left / postDecay);
	return Math.min(1, postAt - postDecay * Math.log(1 - random() * all));
}

/** The most payments that fall into any window of so many milliseconds. */
export function busiest(times: number[], windowMs: number): number {
	let most = 0;
	let first = 0;
	for (const [index, time] of times.entries()) {
		while (time - (times[first] ?? time) > windowMs) first += 1;
		most = Math.max(most, index - first + 1);
	}
	return most;
}
