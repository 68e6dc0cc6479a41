import {
	webhookDescriptionIsNativelyResolvable,
	type IHookFunctions,
	type INode,
} from 'n8n-workflow';

import { WechatShopTrigger } from '../../../../nodes/WechatShopTrigger/WechatShopTrigger.node';

const hook = (credential: object) =>
	({
		getNode: () => ({ name: 'WeChat Shop Trigger' }) as INode,
		getCredentials: async () => credential,
		logger: { warn: () => undefined },
	}) as unknown as IHookFunctions;

it('is published only with a credential that could receive events', async () => {
	const { create } = new WechatShopTrigger().webhookMethods.default;
	const credential = {
		appid: 'wxfedcba9876543210',
		pushToken: 'pamtest',
		pushSecretKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
	};
	expect(await create.call(hook(credential))).toBe(true);
	await expect(create.call(hook({ ...credential, pushToken: '' }))).rejects.toThrow(/^Push Token/);
});

it('describes its webhooks with nothing that needs an expression engine, and answers GET and POST', () => {
	const { webhooks } = new WechatShopTrigger().description;
	expect(webhooks?.map(({ httpMethod }) => httpMethod)).toEqual(['POST', 'GET']);
	for (const webhook of webhooks ?? []) {
		expect(webhookDescriptionIsNativelyResolvable(webhook)).toBe(true);
	}
});
