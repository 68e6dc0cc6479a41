import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { fetchStatement } from '../../../../lib/wechat-pay/bills/fetch-statement';
import { callContext } from '../../../shared/call-context';
import { accountOf } from '../../shared/fields';
import { billFields, billItems } from '../../shared/bill-fields';

export const description = billFields({ resource: ['bill'], operation: ['getStatement'] });

/**
 * The statement of a day's cross-border transactions: one item each, with what it is settled for.
 *
 * @throws IntegrationError those of `fetchStatement` and `billDate`
 */
export async function execute(
	this: IExecuteFunctions,
	_item: INodeExecutionData,
	index: number,
): Promise<IDataObject[]> {
	const account = await accountOf(this, index);
	return await billItems(
		this,
		index,
		'statement',
		async (date) => await fetchStatement(account, date, callContext),
	);
}
