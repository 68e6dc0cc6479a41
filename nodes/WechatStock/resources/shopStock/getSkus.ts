import { toItems } from '../../../shared/operation';
import { runOnce } from '../../../shared/run-once';
import { shopOf } from '../../shared/shop';

/** Lists all SKUs of the shop, an item each, read again. */
export const execute = runOnce(async (context) => {
	const { catalogue } = await shopOf(context);
	return toItems(await catalogue(0));
});
