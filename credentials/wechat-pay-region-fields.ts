import type { INodeProperties } from 'n8n-workflow';

/** Where the API of a merchant number answers, and by which paths. */
export const regionFields: INodeProperties[] = [
	{
		displayName: 'Region',
		name: 'region',
		type: 'options',
		default: 'mainland',
		options: [
			{ name: 'Custom Address', value: 'custom' },
			{ name: 'Global (apihk.mch.weixin.qq.com)', value: 'global' },
			{ name: 'Hong Kong, Older Numbers (api.mch.weixin.qq.com/hk)', value: 'hk' },
			{ name: 'Mainland China (api.mch.weixin.qq.com)', value: 'mainland' },
			{ name: 'Sandbox of This Package', value: 'sandbox' },
		],
		description:
			'Region of the merchant account. A merchant of Hong Kong uses Global, unless WeChat Pay answers that its number may not use it.',
	},
	{
		displayName: 'API Paths',
		name: 'paths',
		type: 'options',
		default: 'mainland',
		options: [
			{ name: 'Global (/v3/Global)', value: 'global' },
			{ name: 'Hong Kong, Older Numbers (/Hk/V3)', value: 'hk' },
			{ name: 'Mainland China (/v3/Pay)', value: 'mainland' },
		],
		displayOptions: { show: { region: ['sandbox', 'custom'] } },
		description: 'Family of paths that the address is called with',
	},
	{
		displayName: 'Base URL',
		name: 'baseUrl',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'http://127.0.0.1:8085',
		displayOptions: { show: { region: ['sandbox', 'custom'] } },
		description: 'Scheme, host and port to use instead of https://api.mch.weixin.qq.com',
	},
];
