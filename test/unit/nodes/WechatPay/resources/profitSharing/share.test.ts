import { WechatPay } from '../../../../../../nodes/WechatPay/WechatPay.node';
import type { Sandbox } from '../../../../../../sandbox/index';
import { runNode } from '../../../../../support/engine';
import { sharedSandbox } from '../../../../../support/shared-sandbox';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await sharedSandbox();
});
afterAll(async () => sandbox.stop());

const receiver = { receiverType: 'PERSONAL_OPENID', receiverAccount: 'oAnna' };
const shareRates = JSON.stringify([
	{ code: 'ANNA', type: 'PERSONAL_OPENID', account: 'oAnna', rate: 500 },
]);
const run = async (operation: string, parameters: object, item = {}) => {
	const given = { resource: 'profitSharing', operation, ...parameters };
	const [[first] = []] = await runNode(new WechatPay(), given, [item], { ...sandbox.credential });
	return first?.json;
};

it('pays the commission of the code, of what was not refunded', async () => {
	const payment = sandbox.pay({ total: 20_000 });
	const { transaction_id, out_trade_no, appid } = payment;
	sandbox.refund(payment, { refund: 10_000, status: 'PROCESSING' });
	// The list of refunds needs the APIv2 key, which the credential of the sandbox has.
	await run('addReceiver', { ...receiver, relationType: 'DISTRIBUTOR' }, { appid });
	const number = { sharingNumber: `${out_trade_no}-S1` };
	const asked = { ...number, shareRates, confirmSharing: true };
	const item = { transaction_id, campaign: 'ANNA' };
	expect(await run('share', asked, item)).toMatchObject({ state: 'PROCESSING' });
	expect(await run('getShare', number, item)).toMatchObject({
		receivers: [{ account: 'oAnna', amount: 500, result: 'SUCCESS' }],
	});
});

it('moves no money without confirmation, and none without a rate for the code', async () => {
	const { transaction_id, out_trade_no } = sandbox.pay({ total: 20_000 });
	const asked = { sharingNumber: `${out_trade_no}-S1`, shareRates };
	const item = { transaction_id, campaign: 'ANNA' };
	await expect(run('share', asked, item)).rejects.toMatchObject({
		message: expect.stringContaining('Confirm Profit Sharing is off'),
	});
	const confirmed = { ...asked, confirmSharing: true };
	expect(await run('share', confirmed, { ...item, campaign: 'BEN' })).toMatchObject({
		receivers: [],
	});
	expect(sandbox.sharedOrders(transaction_id)).toEqual([]);
});
