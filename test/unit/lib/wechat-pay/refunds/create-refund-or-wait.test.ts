import { openAccount } from '../../../../../lib/wechat-pay/keys/open-account';
import { createRefundOrWait } from '../../../../../lib/wechat-pay/refunds/create-refund-or-wait';
import type { Sandbox } from '../../../../../sandbox/index';
import { sharedSandbox } from '../../../../support/shared-sandbox';
import { testContext } from '../context';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await sharedSandbox();
});
afterAll(async () => sandbox.stop());

const ask = async (out_trade_no: string, refund: number, before?: unknown) =>
	await createRefundOrWait(
		openAccount(sandbox.credential),
		{ out_trade_no },
		{ out_refund_no: `${out_trade_no}-R`, refund },
		before,
		testContext(),
	);

it('waits while there is too little money, and refunds with the same number later', async () => {
	const { out_trade_no } = sandbox.pay({ total: 5000 });
	sandbox.refundRules.available = 100;
	const first = await ask(out_trade_no, 1200);
	expect(first).toMatchObject({ waiting: expect.any(Object) });
	const before = 'waiting' in first ? first.waiting : undefined;
	expect(await ask(out_trade_no, 1200, before)).toMatchObject({ waiting: expect.any(Object) });
	sandbox.refundRules.available = Infinity;
	expect(await ask(out_trade_no, 1200, before)).toMatchObject({
		refund: { out_refund_no: `${out_trade_no}-R` },
	});
	const made = sandbox.refunds().filter((one) => one.out_trade_no === out_trade_no);
	expect(made.map(({ amount }) => amount.refund)).toEqual([1200]);
});

it('passes on every other refusal', async () => {
	const { out_trade_no } = sandbox.pay({ total: 5000 });
	await expect(ask(out_trade_no, 5001)).rejects.toMatchObject({ code: expect.any(String) });
	await expect(ask('NOTHING-1', 1)).rejects.toMatchObject({ code: expect.any(String) });
});
