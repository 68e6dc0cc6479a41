import { Readable } from 'node:stream';

import { fetchBill } from '../../../../../lib/wechat-pay/bills/fetch-bill';
import { fetchSubFundBill } from '../../../../../lib/wechat-pay/bills/fetch-sub-fund-bill';
import type { WechatPayAccount } from '../../../../../lib/wechat-pay/keys/account';
import { openAccount } from '../../../../../lib/wechat-pay/keys/open-account';
import type { Sandbox } from '../../../../../sandbox/index';
import { sharedSandbox } from '../../../../support/shared-sandbox';
import { testContext } from '../context';

const NOON = '2026-11-20T12:00:00+08:00';
const DATE = '2026-11-20';
const SUB = '1900000109';
let sandbox: Sandbox;
let account: WechatPayAccount;

beforeAll(async () => {
	sandbox = await sharedSandbox({ now: () => Date.parse(NOON) });
	account = openAccount(sandbox.credential);
	for (let number = 1; number <= 20; number += 1) {
		sandbox.pay({ total: number * 100, out_trade_no: `OWN-${number}` });
		sandbox.pay({ total: number * 1000, out_trade_no: `SUB-${number}`, sub_mchid: SUB });
	}
});
afterEach(() => {
	sandbox.faults.clear();
	sandbox.billEdits.clear();
});
afterAll(async () => sandbox.stop());

const context = (more: Parameters<typeof testContext>[0] = {}) =>
	testContext({ now: () => Date.parse(NOON), ...more });
const bill = async (more: Parameters<typeof testContext>[0] = {}) =>
	await fetchSubFundBill(account, { sub_mchid: SUB, date: DATE, account: 'BASIC' }, context(more));
const PAID = Array.from({ length: 20 }, (_, index) => (index + 1) * 1000);

describe('the fund bill of a sub-merchant', () => {
	it.each([1, 2, 3, 7])(
		'is decrypted and put together from %i files in their order',
		async (files) => {
			sandbox.billEdits.set(DATE, { files });
			const { items, summary, sha1 } = await bill();
			const paid = items.filter(({ business_type }) => business_type === '交易');
			expect(paid.map(({ amount_fen }) => amount_fen)).toEqual(PAID);
			expect(paid.every(({ voucher_id }) => String(voucher_id).startsWith('SUB-'))).toBe(true);
			expect(summary).toMatchObject({ 收入金额: '2100.0' });
			expect(sha1?.split(' ')).toHaveLength(files);
		},
	);

	it("is kept apart from the provider's own", async () => {
		const request = { bill: 'fund', account: 'BASIC', date: DATE, gzip: true } as const;
		const { items } = await fetchBill(account, request, context());
		const vouchers = items.map(({ voucher_id }) => String(voucher_id));
		expect(vouchers.filter((voucher) => voucher.startsWith('SUB-'))).toEqual([]);
		expect(vouchers).toContain('OWN-20');
	});

	it('starts over when a file is damaged on its way, and refuses it in the end', async () => {
		sandbox.billEdits.set(DATE, { files: 2 });
		const real = context();
		let broken = 1;
		const download = async (request: Parameters<typeof real.download>[0]) => {
			const answer = await real.download(request);
			if (broken-- <= 0) return answer;
			answer.body.destroy();
			return { ...answer, body: Readable.from([Buffer.alloc(100)]) };
		};
		expect((await bill({ download })).items.length).toBeGreaterThan(20);
		broken = Infinity;
		await expect(bill({ download })).rejects.toMatchObject({ code: 'WECHAT_BILL_DAMAGED' });
	});

	it('of a day or a merchant without movements is none', async () => {
		const none = { sub_mchid: '1900000110', date: DATE, account: 'BASIC' } as const;
		const empty = { ...none, sub_mchid: SUB, account: 'DEPOSIT' } as const;
		for (const request of [none, empty]) {
			await expect(fetchSubFundBill(account, request, context())).rejects.toMatchObject({
				code: 'WECHAT_NO_BILL',
			});
		}
	});
});
