import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import { IntegrationError } from '../../../../lib/errors';
import type { OrderKey } from '../../../../lib/wechat-pay/endpoints';
import { queryOrder } from '../../../../lib/wechat-pay/query-order';
import { readTransaction } from '../../../../lib/wechat-pay/transaction';
import { wechatPayAccount } from '../../../shared/wechat-pay-account';
import { surroundings } from '../../../shared/wechat-pay-surroundings';

const show = { resource: ['order'], operation: ['query'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Look Up By',
		name: 'lookUpBy',
		type: 'options',
		options: [
			{
				name: 'Order Number of the Shop',
				value: 'out_trade_no',
				description: 'Also called out_trade_no; finds orders that are not paid yet, too',
			},
			{
				name: 'Order Number of WeChat',
				value: 'transaction_id',
				description: 'Also called transaction_id',
			},
		],
		default: 'out_trade_no',
		displayOptions: { show },
		description: 'Which of its two numbers the order is looked up by',
	},
	{
		displayName: 'Order Number',
		name: 'orderNumber',
		type: 'string',
		default: '',
		required: true,
		displayOptions: { show },
		description: 'Always as text: longer numbers do not survive as numbers',
	},
];

/**
 * What WeChat Pay knows of an order: a paid one in the shape of WeChat Pay Trigger's items, without
 * `notification`; any other in WeChat's own fields.
 *
 * @throws IntegrationError `WECHAT_ORDER_NUMBER_INVALID` and those of `queryOrder`
 */
export async function execute(
	this: IExecuteFunctions,
	_item: INodeExecutionData,
	index: number,
): Promise<IDataObject> {
	const account = wechatPayAccount(await this.getCredentials('wechatPayApi', index));
	const order = await queryOrder(account, orderKey(this, index), surroundings);
	if (order['trade_state'] !== 'SUCCESS') return order as IDataObject;
	const payment = readTransaction(order, { mchid: account.mchid }, 'attach');
	return payment as unknown as IDataObject;
}

function orderKey(context: IExecuteFunctions, index: number): OrderKey {
	const by = context.getNodeParameter('lookUpBy', index);
	const number: unknown = context.getNodeParameter('orderNumber', index);
	if (typeof number !== 'string' || !/^[\w|*@-]{6,32}$/.test(number.trim())) {
		throw new IntegrationError({
			code: 'WECHAT_ORDER_NUMBER_INVALID',
			message: 'The order number is not text of 6 to 32 letters and digits.',
			likelyCause:
				'The field before is empty, or a node before has turned the number into a number.',
			nextStep: 'Pass out_trade_no or transaction_id on as text.',
		});
	}
	return by === 'transaction_id'
		? { transaction_id: number.trim() }
		: { out_trade_no: number.trim() };
}
