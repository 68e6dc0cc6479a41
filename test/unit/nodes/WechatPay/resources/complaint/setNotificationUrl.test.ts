import type { Sandbox } from '../../../../../../sandbox/index';
import { sharedSandbox } from '../../../../../support/shared-sandbox';
import { runComplaint } from './run-complaint';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await sharedSandbox();
});
afterAll(async () => sandbox.stop());

it('registers the address, in place of the one before', async () => {
	for (const complaintUrl of ['https://a.example/1', 'https://a.example/2']) {
		const [set] = await runComplaint(sandbox, 'setNotificationUrl', { complaintUrl });
		expect(set?.json).toEqual({ mchid: sandbox.merchant.mchid, url: complaintUrl });
	}
});
