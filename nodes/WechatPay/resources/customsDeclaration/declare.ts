import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { declareToCustoms, type DeclareRequest } from '../../../../lib/wechat-pay/customs/declare';
import { checkedIdentity } from '../../../../lib/wechat-pay/customs/verify-identity';
import { callContext } from '../../../shared/call-context';
import { runPerItem } from '../../../shared/run-per-item';
import {
	buyerIdentity,
	customsOffice,
	identityFields,
	officeFields,
	orderParts,
} from '../../shared/customs-fields';
import { accountOf } from '../../shared/fields';
import { orderKey, orderNumberFields } from '../../shared/order-number';

const show = { resource: ['customsDeclaration'], operation: ['declare'] };

export const description: INodeProperties[] = [
	{
		displayName:
			'Sends the payment to customs. Running again only looks it up, and changes it where a refund or the number has changed.',
		name: 'declareNotice',
		type: 'notice',
		default: '',
		displayOptions: { show },
	},
	...orderNumberFields(show),
	...officeFields(show),
	{
		displayName: 'Parts',
		name: 'parts',
		type: 'json',
		default: '={{ $json.customs_parts ?? [] }}',
		displayOptions: { show },
		description:
			'Only for an order that is shipped in parts: a list of sub_order_no, product_fee and transport_fee in fen, which add up to the full price. Empty for an order that is not split.',
	},
	{
		displayName: 'Options',
		name: 'declareOptions',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Buyer Identity (Mainland)',
				name: 'identity',
				type: 'fixedCollection',
				default: {},
				options: [{ displayName: 'Identity', name: 'values', values: identityFields }],
				description:
					'Identity to compare with the payer. Across the border, use Verify Identity after declaring.',
			},
			{
				displayName: 'Declared Amount (Fen)',
				name: 'declaredFen',
				type: 'string',
				default: '',
				description:
					'Amount that was declared last, in case WeChat Pay does not return it for an order that is not split',
			},
			{
				displayName: 'Scale Parts',
				name: 'scale',
				type: 'boolean',
				default: false,
				description:
					'Whether the fees of the parts are proportions of the full price, which need not add up to it',
			},
			{
				displayName: 'Send Again After Refusal',
				name: 'again',
				type: 'boolean',
				default: false,
				description:
					'Whether to send a declaration that customs refused once more, after its reason was corrected',
			},
		],
	},
];

/**
 * Makes customs have what was paid less what was refunded.
 *
 * @returns the item with `customs`: the state of the order there, and its declarations
 * @throws IntegrationError `WECHAT_ORDER_NUMBER_INVALID`, `WECHAT_CUSTOMS_OFFICE_INVALID`,
 * `WECHAT_CUSTOMS_IDENTITY_INVALID`, and those of `declareToCustoms`
 */
export const execute = runPerItem(async (context, index, { json }) => {
	const key = orderKey(context, index);
	const request = declareRequest(context, index);
	const account = await accountOf(context, index);
	const customs = await declareToCustoms(account, key, request, callContext);
	return { json: { ...json, customs: customs as unknown as IDataObject } };
});

function declareRequest(context: IExecuteFunctions, index: number): DeclareRequest {
	const options = context.getNodeParameter('declareOptions', index, {}) as IDataObject;
	const { values } = (options['identity'] ?? {}) as { values?: IDataObject };
	const declared = String(options['declaredFen'] ?? '').trim();
	return {
		office: customsOffice(context, index),
		parts: orderParts(context.getNodeParameter('parts', index, [])),
		...(values && { identity: checkedIdentity(buyerIdentity(values)) }),
		scale: options['scale'] === true,
		again: options['again'] === true,
		...(/^\d{1,15}$/.test(declared) && { declared_fen: Number(declared) }),
	};
}
