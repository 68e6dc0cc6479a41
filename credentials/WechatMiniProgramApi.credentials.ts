import type { ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

import { wechatApiFields } from './wechat-api-fields';

/** One mini program at api.weixin.qq.com. WeChat Order Status tests it. */
export class WechatMiniProgramApi implements ICredentialType {
	name = 'wechatMiniProgramApi';

	displayName = 'WeChat Mini Program API';

	icon: Icon = {
		light: 'file:../nodes/WechatOrderStatus/wechatOrderStatus.svg',
		dark: 'file:../nodes/WechatOrderStatus/wechatOrderStatus.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-wechat-odoo/n8n-nodes-wechat-odoo/blob/main/docs/credentials.md';

	properties: INodeProperties[] = wechatApiFields(
		'mp.weixin.qq.com → Development (开发与服务) → Development Management (开发管理) → Development Settings (开发设置)',
	);
}
