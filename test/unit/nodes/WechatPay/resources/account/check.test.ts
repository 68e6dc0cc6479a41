import { X509Certificate } from 'node:crypto';

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
			merchant_certificate: { serial: sandbox.merchant.serialNo, expires: null, days_left: null },
			n8n_settings: expect.arrayContaining([expect.stringContaining(SETTING)]),
		},
	});
});

it('says when the merchant certificate expires: as noted, or by itself where it was pasted with the key', async () => {
	const checked = async (fields: object) => {
		const parameters = { resource: 'account', operation: 'check' };
		const credential = { ...sandbox.credential, ...fields };
		const [[item] = []] = await runNode(new WechatPay(), parameters, [{}], credential);
		return (item?.json.wechat_pay as { merchant_certificate: object }).merchant_certificate;
	};
	const noted = new Date(Date.now() + 13.5 * 24 * 3_600_000).toISOString();
	expect(await checked({ merchantValidUntil: noted })).toMatchObject({ days_left: 13 });
	const { certificatePem, privateKeyPem } = sandbox.merchant;
	const pasted = { privateKey: privateKeyPem + certificatePem, merchantValidUntil: noted };
	expect(await checked(pasted)).toMatchObject({
		days_left: expect.any(Number),
		expires: new Date(new X509Certificate(certificatePem).validTo).toISOString(),
	});
});
