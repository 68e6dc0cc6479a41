import { certificateDays } from '../../../../../lib/wechat-pay/api/platform-certificates';
import { wechatPayAccount } from '../../../../../nodes/shared/wechat-pay-account';
import type { Sandbox } from '../../../../../sandbox/index';
import { sharedSandbox } from '../../../../support/shared-sandbox';
import { testContext } from '../context';

const context = testContext();
let sandbox: Sandbox | undefined;
afterEach(async () => await sandbox?.stop());

it('tells how many days the platform certificates last', async () => {
	sandbox = await sharedSandbox();
	const account = wechatPayAccount({ ...sandbox.credential });
	const certificates = await certificateDays(account, context);
	expect(certificates.length).toBeGreaterThan(0);
	for (const { expires, days_left } of certificates) {
		const days = (Date.parse(expires) - Date.now()) / 86_400_000;
		expect(days_left).toBe(Math.floor(days));
	}
});

it('knows none for a merchant with a public key', async () => {
	sandbox = await sharedSandbox({ keyMode: 'publicKey' });
	const account = wechatPayAccount({ ...sandbox.credential });
	expect(await certificateDays(account, context)).toEqual([]);
});

it('says what a merchant lacks whose only keys are certificates that WeChat Pay no longer lists', async () => {
	sandbox = await sharedSandbox({ keyMode: 'publicKey' });
	const [certificate = ''] = sandbox.credential.verificationKeys.split('PUB_KEY_ID_');
	const account = wechatPayAccount({ ...sandbox.credential, verificationKeys: certificate });
	await expect(certificateDays(account, context)).rejects.toMatchObject({
		code: 'WECHAT_NO_CERTIFICATES',
		nextStep: expect.stringContaining('微信支付公钥') as string,
	});
});
