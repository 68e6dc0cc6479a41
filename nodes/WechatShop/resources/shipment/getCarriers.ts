import { toItems } from '../../../shared/operation';
import { runOnce } from '../../../shared/run-once';
import { accountOf } from '../../shared/account';
import { carriersOf } from '../../shared/carriers';

/** Lists the carriers, an item each. */
export const execute = runOnce(async (context) =>
	toItems(await carriersOf(await accountOf(context))),
);
