import type { CampaignProfile } from './profiles';
import type { Random } from './random';

type Wave = Pick<CampaignProfile, 'orders' | 'seconds' | 'postAt' | 'postShare' | 'postPeak'>;

/**
 * When each payment of a campaign is made: buyers who come by themselves, evenly over the time, and
 * those whom the post brings: nobody in its first moment, for the shop has to be opened and the product
 * chosen and paid, then ever more, then ever fewer (a gamma distribution of shape 2).
 *
 * @returns milliseconds from the beginning, ascending, one for each order
 */
export function arrivals(wave: Wave, random: Random): number[] {
	const share = () => (random() < wave.postShare ? afterPost(wave, random) : random());
	return Array.from({ length: wave.orders }, () => share() * wave.seconds * 1000).sort(
		(one, other) => one - other,
	);
}

/** A share of the time, after the post: two steps of chance, opening and paying. Who would be late comes at any time. */
function afterPost({ postAt, postPeak }: Wave, random: Random): number {
	const step = () => -postPeak * Math.log(1 - random());
	const at = postAt + step() + step();
	return at <= 1 ? at : postAt + (1 - postAt) * random();
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
