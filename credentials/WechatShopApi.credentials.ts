import type { ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

import { wechatApiFields } from './wechat-api-fields';

const MESSAGE_PUSH =
	'store.weixin.qq.com → Service Market (服务市场) → Own Development (自研) → Message Push (消息推送)';

/** One WeChat Shop (微信小店) at api.weixin.qq.com. WeChat Shop and WeChat Stock test it. */
export class WechatShopApi implements ICredentialType {
	name = 'wechatShopApi';

	displayName = 'WeChat Shop API';

	icon: Icon = {
		light: 'file:../nodes/WechatStock/wechatStock.svg',
		dark: 'file:../nodes/WechatStock/wechatStock.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-wechat-odoo/n8n-nodes-wechat-odoo/blob/main/docs/credentials.md';

	properties: INodeProperties[] = [
		...wechatApiFields('store.weixin.qq.com → Shop (店铺管理) → Open Platform (开放平台)'),
		{
			displayName: 'Push Token',
			name: 'pushToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: `Only for WeChat Shop Trigger. ${MESSAGE_PUSH} → Token (令牌).`,
		},
		{
			displayName: 'Encoding AES Key',
			name: 'pushSecretKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: '43 characters',
			description: `Only for WeChat Shop Trigger. ${MESSAGE_PUSH} → EncodingAESKey (消息加密密钥).`,
		},
	];
}
