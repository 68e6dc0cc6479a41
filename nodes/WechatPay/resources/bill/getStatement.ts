import { fetchStatement } from '../../../../lib/wechat-pay/bills/fetch-bill';
import { runPerItem } from '../../../shared/run-per-item';
import { callContext } from '../../../shared/call-context';
import { accountOf } from '../../shared/fields';
import { billFields, billItems } from '../../shared/bill-fields';

export const description = billFields({ resource: ['bill'], operation: ['getStatement'] });

/**
 * The statement of a day's cross-border transactions: one item each, with what it is settled for.
 *
 * @throws IntegrationError those of `fetchStatement` and `billDate`
 */
export const execute = runPerItem(async (context, index) => {
	const account = await accountOf(context, index);
	return await billItems(
		context,
		index,
		'statement',
		async (date) => await fetchStatement(account, date, callContext),
	);
});
