import { WechatOrderStatus } from '../../../../../../nodes/WechatOrderStatus/WechatOrderStatus.node';
import { createSandbox, type Sandbox } from '../../../../../../sandbox';
import { runNode } from '../../../../../support/engine';
import { miniProgramFields } from '../../../../../support/server-api-credentials';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await createSandbox();
});
afterAll(async () => await sandbox?.stop());

it('says that the token is valid, and for which mini program', async () => {
	const parameters = { resource: 'account', operation: 'check' };
	const fields = miniProgramFields(sandbox);
	const [[item] = []] = await runNode(new WechatOrderStatus(), parameters, [{ id: 1 }], fields);
	expect(item?.json).toMatchObject({
		id: 1,
		mini_program: { appid: sandbox.serverApi.miniProgram.appid, token: 'valid' },
	});
});
