import { mainlandCustoms } from '../../../../../lib/wechat-pay/customs/mainland-customs';
import { openAccount } from '../../../../../lib/wechat-pay/keys/open-account';
import { sharedSandbox } from '../../../../support/shared-sandbox';
import { testContext } from '../context';

it('reads amounts, times and the check of identity in the names and forms of APIv3', async () => {
	const sandbox = await sharedSandbox();
	const account = openAccount({ ...sandbox.credential, paths: 'mainland' });
	const order = sandbox.pay({ total: 300 });
	const office = { customs: 'NINGBO', merchant_customs_no: '33' };
	const call = { account, order, office, context: testContext() };
	expect(await mainlandCustoms.list(call)).toEqual([]);
	const part = { sub_order_no: 'P-1', order_fee: 300, product_fee: 290, transport_fee: 10 };
	await mainlandCustoms.add(call, part);
	expect(await mainlandCustoms.list(call)).toMatchObject([
		{ ...part, ...office, modify_time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*\+08:00$/) },
	]);
	await mainlandCustoms.list(call);
	expect(await mainlandCustoms.redeclare(call, 'P-1')).toMatchObject({ state: 'SUBMITTED' });
	await sandbox.stop();
});
