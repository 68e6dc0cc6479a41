import { setComplaintUrl } from '../../../../../lib/wechat-pay/complaints/complaint-url';
import { testContext } from '../context';
import { openComplaints } from './complaints';

it('registers the address, changes it, and leaves it as it is', async () => {
	const { account, sandbox } = await openComplaints();
	const context = testContext();
	const set = async (url: string) => await setComplaintUrl(account, url, context);
	const [first, second] = ['https://a.example/1', 'https://a.example/2'];
	expect(await set(first)).toEqual({ mchid: account.mchid, url: first });
	expect(await set(second)).toEqual({ mchid: account.mchid, url: second });
	expect(await set(second)).toEqual({ mchid: account.mchid, url: second });
	const made = sandbox.calls().map(({ method }) => method);
	expect(made).toEqual(['GET', 'POST', 'GET', 'PUT', 'GET']);
	await expect(set('nowhere')).rejects.toMatchObject({ code: 'WECHAT_REFUSED' });
	await sandbox.stop();
});
