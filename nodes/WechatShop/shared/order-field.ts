import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { IntegrationError } from '../../../lib/core/errors';
import { textParameter } from '../../shared/parameter-text';

/** Which order of the shop. */
export const orderField = (show: Record<string, string[]>): INodeProperties => ({
	displayName: 'Order ID',
	name: 'orderId',
	type: 'string',
	default: '={{ $json.shop_order_id ?? $json.order_id }}',
	required: true,
	displayOptions: { show },
	description: 'Number of the order in WeChat Shop (订单号), as text',
});

/** @throws IntegrationError `SHOP_ID_INVALID` */
export const orderIdOf = (context: IExecuteFunctions, index: number): string =>
	shopId(textParameter(context, 'orderId', index), 'Order ID');

/** An id of WeChat Shop. @throws IntegrationError `SHOP_ID_INVALID` */
export function shopId(text: string, field: string): string {
	if (/^\d{1,20}$/.test(text)) return text;
	throw new IntegrationError({
		code: 'SHOP_ID_INVALID',
		message: `${field} is not a number of WeChat Shop.`,
		likelyCause: 'The field is empty, or an earlier node turned the number into a rounded one.',
		nextStep: 'Pass on the number as text, with all its digits.',
	});
}
