import { getAfterSale } from '../../../../lib/wechat-shop/after-sales/after-sales';
import { callContext } from '../../../shared/call-context';
import { runPerItem } from '../../../shared/run-per-item';
import { accountOf } from '../../shared/account';
import { afterSaleField, afterSaleIdOf, toAfterSaleItem } from '../../shared/after-sale';

export const description = [afterSaleField('get')];

/** Gets each after-sale. */
export const execute = runPerItem(async (context, index, { json }) => {
	const account = await accountOf(context);
	const afterSale = await getAfterSale(account, afterSaleIdOf(context, index), callContext);
	return { json: { ...json, ...(await toAfterSaleItem(account, afterSale)) } };
});
