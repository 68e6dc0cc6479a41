import {
	updateDisplayOptions,
	type IDataObject,
	type IExecuteFunctions,
	type INodeProperties,
} from 'n8n-workflow';

import {
	sendMessage,
	type SubscribeMessage,
} from '../../../../lib/wechat-api/messages/send-message';
import { dryRunField } from '../../../shared/operation-fields';
import { textParameter } from '../../../shared/parameter-text';
import { callContext } from '../../../shared/call-context';
import { runPerItem } from '../../../shared/run-per-item';
import { accountOf } from '../../shared/account';

const properties: INodeProperties[] = [
	{
		displayName: 'Buyer (OpenID)',
		name: 'openid',
		type: 'string',
		default: '={{ $json.openid }}',
		required: true,
		description: 'The openid of the buyer, as this mini program knows them',
	},
	{
		displayName: 'Template ID',
		name: 'templateId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. TE7jkl0yZ4GHXc2ClUGpUW1TYl…',
		description:
			'From mp.weixin.qq.com → Features (功能) → Subscribe Messages (订阅消息) → My Templates (我的模板)',
	},
	{
		displayName: 'Data',
		name: 'messageData',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Value',
		default: {},
		description: 'A value for each key of the template',
		options: [
			{
				displayName: 'Value',
				name: 'values',
				values: [
					{
						displayName: 'Key',
						name: 'key',
						type: 'string',
						default: '',
						placeholder: 'e.g. thing1',
						description: 'As the template details show it, without {{ and .DATA}}',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						placeholder: 'e.g. Red tee, M ×2',
						description: 'A thing takes 20 characters at most, a phrase 5, a character_string 32',
					},
				],
			},
		],
	},
	{
		displayName: 'Page',
		name: 'page',
		type: 'string',
		default: '',
		placeholder: 'e.g. pages/order/detail?no=SHOP20261122000001',
		description: 'The page of the mini program that a tap opens; empty for none',
	},
	dryRunField('message', ['send'], 'WeChat'),
	{
		displayName: 'Options',
		name: 'messageOptions',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Language',
				name: 'lang',
				type: 'options',
				options: [
					{ name: 'Chinese (Hong Kong)', value: 'zh_HK' },
					{ name: 'Chinese (Simplified)', value: 'zh_CN' },
					{ name: 'Chinese (Taiwan)', value: 'zh_TW' },
					{ name: 'English', value: 'en_US' },
				],
				default: 'zh_CN',
				description: 'The language of the words around the values',
			},
			{
				displayName: 'Mini Program Version',
				name: 'miniprogramState',
				type: 'options',
				options: [
					{ name: 'Development', value: 'developer' },
					{ name: 'Released', value: 'formal' },
					{ name: 'Trial', value: 'trial' },
				],
				default: 'formal',
				description: 'The version of the mini program that a tap opens',
			},
		],
	},
];

export const description = updateDisplayOptions(
	{ show: { resource: ['message'], operation: ['send'] } },
	properties,
);

/** Sends each buyer a message; one who has not subscribed is no error. */
export const execute = runPerItem(async (context, index, { json }) => {
	const message = readMessage(context, index);
	if (context.getNodeParameter('dryRun', index, false) === true) {
		return { json: { ...json, message: { status: 'would_send', data: message.data } } };
	}
	const outcome = await sendMessage(await accountOf(context), message, callContext);
	return { json: { ...json, message: outcome } };
});

function readMessage(context: IExecuteFunctions, index: number): SubscribeMessage {
	const options = context.getNodeParameter('messageOptions', index, {}) as IDataObject;
	const values = context.getNodeParameter('messageData.values', index, []) as IDataObject[];
	return {
		touser: textParameter(context, 'openid', index),
		template_id: textParameter(context, 'templateId', index),
		page: textParameter(context, 'page', index),
		data: Object.fromEntries(
			values.map(({ key, value }) => [String(key ?? '').trim(), String(value ?? '')]),
		),
		miniprogram_state: (options.miniprogramState ??
			'formal') as SubscribeMessage['miniprogram_state'],
		lang: String(options.lang ?? 'zh_CN'),
	};
}
