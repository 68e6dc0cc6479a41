import type { OrderContext } from './map-lines';
import { readLines, type LineToMap } from './read-lines';
import { toBeijingTime } from '../core/beijing-time';

const SHOP_FIELDS = ['appid', 'mchid', 'sub_appid', 'sub_mchid', 'sp_appid', 'sp_mchid'];

/**
 * The lines of an item, and which rows hold for them: those of its shops, at the moment it was paid
 * (`success_time`), or now where it does not say.
 *
 * @param now milliseconds since 1970
 */
export function readOrder(
	item: Record<string, unknown>,
	now: number,
): OrderContext & { lines: LineToMap[] } {
	const paid = typeof item.success_time === 'string' ? Date.parse(item.success_time) : Number.NaN;
	return {
		lines: readLines(item.lines),
		shops: SHOP_FIELDS.map((field) => item[field]).filter(
			(shop): shop is string => typeof shop === 'string' && shop !== '',
		),
		at: toBeijingTime(Number.isNaN(paid) ? now : paid),
	};
}
