import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

import { route } from '../shared/route';
import { shopBackendApiTest } from '../shared/shop-backend';
import { wechatShopApiTest } from '../shared/wechat-api-credential-test';
import { outputs } from './shared/outputs';
import * as backendStock from './resources/backendStock';
import * as shopStock from './resources/shopStock';

/**
 * Brings the stock that buyers see to what the warehouse can promise: in WeChat Shop by differences, at
 * the merchant's own backend by signed batches with versions.
 */
export class WechatStock implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WeChat Stock',
		name: 'wechatStock',
		icon: { light: 'file:wechatStock.svg', dark: 'file:wechatStock.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ [$parameter["resource"], $parameter["operation"]].map((value) => value.charAt(0).toUpperCase() + value.slice(1).replace(/([A-Z])/g, " $1").replace("Skus", "SKUs")).join(": ") }}',
		description: 'Read and set stock in WeChat Shop, or send it to your own shop backend',
		defaults: { name: 'WeChat Stock' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs,
		credentials: [
			{
				name: 'wechatShopApi',
				required: true,
				testedBy: 'wechatShopApiTest',
				// Not `show` here too: the editor hides a parameter whose every value shows a credential.
				displayOptions: { hide: { resource: ['backendStock'] } },
			},
			{
				name: 'shopBackendApi',
				required: true,
				testedBy: 'shopBackendApiTest',
				displayOptions: { show: { resource: ['backendStock'] } },
			},
		],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{
						name: 'Shop Backend',
						value: 'backendStock',
						description: "The backend of the merchant's own mini-program mall",
					},
					{ name: 'WeChat Shop', value: 'shopStock', description: 'A shop in 微信小店' },
				],
				default: 'shopStock',
			},
			...backendStock.description,
			...shopStock.description,
		],
	};

	methods = { credentialTest: { shopBackendApiTest, wechatShopApiTest } };

	execute = route({ backendStock, shopStock });
}
