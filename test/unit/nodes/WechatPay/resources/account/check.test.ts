import { WechatPay } from '../../../../../../nodes/WechatPay/WechatPay.node';
import { createSandbox, type Sandbox } from '../../../../../../sandbox';
import { runNode } from '../../../../../support/engine';

const SETTING = 'EXECUTIONS_DATA_SAVE_ON_ERROR';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await createSandbox();
});
afterAll(async () => {
	Reflect.deleteProperty(process.env, SETTING);
	await sandbox?.stop();
});

it('says which settings of n8n are unsafe, beside what WeChat says', async () => {
	process.env[SETTING] = 'none';
	const parameters = { resource: 'account', operation: 'check' };
	const [[item] = []] = await runNode(new WechatPay(), parameters, [{ id: 1 }], {
		...sandbox.credential,
	});
	expect(item?.json).toMatchObject({
		id: 1,
		wechat_pay: {
			mchid: sandbox.merchant.mchid,
			n8n_settings: expect.arrayContaining([expect.stringContaining(SETTING)]),
		},
	});
});
