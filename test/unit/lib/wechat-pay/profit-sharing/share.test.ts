import { openAccount } from '../../../../../lib/wechat-pay/keys/open-account';
import type { WechatPayAccount } from '../../../../../lib/wechat-pay/keys/account';
import { addReceiver, deleteReceiver } from '../../../../../lib/wechat-pay/profit-sharing/receiver';
import {
	createShare,
	createShareReturn,
	queryShare,
	queryShareReturn,
	unfreezeRest,
} from '../../../../../lib/wechat-pay/profit-sharing/share';
import type { Sandbox } from '../../../../../sandbox/index';
import { sharedSandbox } from '../../../../support/shared-sandbox';
import { testContext } from '../context';

let sandbox: Sandbox;
let account: WechatPayAccount;
beforeAll(async () => {
	sandbox = await sharedSandbox();
	account = openAccount(sandbox.credential);
	const { appid } = sandbox.merchant;
	const relation_type = 'DISTRIBUTOR';
	await addReceiver(account, { appid, ...person, name: '', relation_type }, context);
	await addReceiver(account, { appid, ...merchant, name: '示例公司', relation_type }, context);
});
afterEach(() => sandbox.faults.clear());
afterAll(async () => sandbox.stop());

const context = testContext();
const person = { type: 'PERSONAL_OPENID' as const, account: 'oAnna' };
const merchant = { type: 'MERCHANT_ID' as const, account: '1900000109' };
const description = 'Commission';
const order = (amounts: [number, number]) => {
	const { transaction_id, out_trade_no } = sandbox.pay({ total: 10_000 });
	const receivers = [
		{ ...person, amount: amounts[0], description },
		{ ...merchant, amount: amounts[1], description },
	];
	const { appid } = sandbox.merchant;
	const out_order_no = `${out_trade_no}-S1`;
	return { appid, transaction_id, out_order_no, receivers, unfreeze_unsplit: true };
};

it('shares once, and finds the result by asking', async () => {
	const asked = order([500, 250]);
	expect(await createShare(account, asked, context)).toMatchObject({ state: 'PROCESSING' });
	expect(await createShare(account, asked, context)).toMatchObject({ receivers: [{}, {}] });
	expect(await queryShare(account, asked, context)).toMatchObject({
		state: 'FINISHED',
		receivers: [{ result: 'SUCCESS' }, { result: 'SUCCESS' }],
	});
	expect(sandbox.sharedOrders(asked.transaction_id)).toHaveLength(1);
	await expect(
		createShare(account, { ...asked, out_order_no: 'X-2' }, context),
	).rejects.toMatchObject({ code: 'WECHAT_REFUSED' });
});

it('is looked up, not asked for again, when its answer got lost', async () => {
	const asked = order([500, 250]);
	sandbox.faults.add({
		kind: 'dropped',
		path: '/v3/profitsharing/orders',
		method: 'POST',
		times: 1,
	});
	const before = sandbox.calls().filter(({ method }) => method === 'POST').length;
	await createShare(account, asked, context);
	expect(sandbox.calls().filter(({ method }) => method === 'POST').length - before).toBe(1);
	expect(sandbox.sharedOrders(asked.transaction_id)).toHaveLength(1);
});

it('never takes the share of another request for its own', async () => {
	const asked = order([500, 250]);
	await createShare(account, asked, context);
	sandbox.faults.add({ kind: 'error', path: '/v3/profitsharing/orders', method: 'POST', times: 1 });
	const other = order([100, 100]);
	const same = { ...other, transaction_id: asked.transaction_id, out_order_no: asked.out_order_no };
	await expect(createShare(account, same, context)).rejects.toMatchObject({
		code: 'WECHAT_SHARE_NUMBER_TAKEN',
	});
});

it('takes back from merchants, and not from persons', async () => {
	const asked = order([500, 250]);
	await createShare(account, asked, context);
	await queryShare(account, asked, context);
	const back = { out_order_no: asked.out_order_no, amount: 250, description };
	const number = { ...back, out_return_no: `${asked.out_order_no}-B1` };
	await createShareReturn(account, { ...number, return_mchid: merchant.account }, context);
	expect(await queryShareReturn(account, number, context)).toMatchObject({ result: 'SUCCESS' });
	const personal = { ...back, out_return_no: 'B-2', return_mchid: person.account };
	await expect(createShareReturn(account, personal, context)).rejects.toMatchObject({
		code: 'WECHAT_REFUSED',
	});
});

it('gives the rest to the merchant, after which nothing can be shared', async () => {
	const { out_order_no, transaction_id, ...rest } = order([500, 250]);
	const number = { transaction_id, out_order_no: `${out_order_no}-U` };
	await unfreezeRest(account, { ...number, description }, context);
	expect(await queryShare(account, number, context)).toMatchObject({ state: 'FINISHED' });
	await expect(
		createShare(account, { ...rest, transaction_id, out_order_no }, context),
	).rejects.toMatchObject({ code: 'WECHAT_REFUSED' });
});

it('names of receivers travel encrypted, and are in no answer', async () => {
	const sent: string[] = [];
	const real = testContext();
	const watching = testContext({
		send: async (request) => {
			sent.push(request.body ?? '');
			return await real.send(request);
		},
	});
	const { appid } = sandbox.merchant;
	const added = { appid, ...merchant, name: '示例公司', relation_type: 'PARTNER' };
	expect(await addReceiver(account, added, watching)).not.toHaveProperty('name');
	expect(sent.join()).not.toContain('示例公司');
	await expect(addReceiver(account, { ...added, name: '' }, context)).rejects.toMatchObject({
		code: 'WECHAT_RECEIVER_INVALID',
	});
	expect(
		await deleteReceiver(account, { appid, type: 'PERSONAL_OPENID', account: 'oX' }, context),
	).toEqual({ type: 'PERSONAL_OPENID', account: 'oX' });
});

it('exists on the mainland only', async () => {
	const abroad = { ...account, region: 'global' as const };
	await expect(createShare(abroad, order([1, 1]), context)).rejects.toMatchObject({
		code: 'WECHAT_REGION_WRONG',
	});
});
