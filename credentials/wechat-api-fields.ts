import type { INodeProperties } from 'n8n-workflow';

/**
 * Fields of an account at api.weixin.qq.com. A mini program and a WeChat Shop have an AppID and tokens
 * each, which the other does not take.
 *
 * @param where the menu path at which AppID and AppSecret are found
 */
export const wechatApiFields = (where: string): INodeProperties[] => [
	{
		displayName: 'App ID',
		name: 'appid',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'wx0000000000000001',
		description: `${where} → AppID`,
	},
	{
		displayName: 'Access Token From',
		name: 'tokenFrom',
		type: 'options',
		default: 'wechat',
		options: [
			{
				name: 'WeChat',
				value: 'wechat',
				description:
					'Request the stable token, which does not invalidate the tokens of your backend',
			},
			{
				name: 'Own Token Server',
				value: 'server',
				description: 'Request it from your own server, if the AppSecret must stay there',
			},
		],
		description: 'Source of the access token',
	},
	{
		displayName: 'App Secret',
		name: 'secret',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		required: true,
		displayOptions: { show: { tokenFrom: ['wechat'] } },
		description: `${where} → AppSecret. WeChat shows it once. A reset invalidates the old one.`,
	},
	{
		displayName: 'Token Server URL',
		name: 'tokenUrl',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'https://shop.example.com/wechat-token',
		displayOptions: { show: { tokenFrom: ['server'] } },
		description:
			'Must answer GET with {"access_token": "…", "expires_in": seconds left}, like WeChat',
	},
	{
		displayName: 'Token Server Secret',
		name: 'tokenSecret',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		required: true,
		displayOptions: { show: { tokenFrom: ['server'] } },
		description: 'Sent to the token server as "Authorization: Bearer …"',
	},
	{
		displayName: 'Address',
		name: 'address',
		type: 'options',
		default: 'wechat',
		options: [
			{ name: 'Custom Address', value: 'custom' },
			{ name: 'Sandbox of This Package', value: 'sandbox' },
			{ name: 'WeChat (api.weixin.qq.com)', value: 'wechat' },
		],
		description: 'Server to call. Choose another one than WeChat only for tests and proxies.',
	},
	{
		displayName: 'Base URL',
		name: 'baseUrl',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'http://127.0.0.1:8085',
		displayOptions: { show: { address: ['sandbox', 'custom'] } },
		description: 'Scheme, host and port to use instead of https://api.weixin.qq.com',
	},
];
