import { fetchSettlements } from '../../../../../lib/wechat-pay/api/settlements';
import type { WechatPayAccount } from '../../../../../lib/wechat-pay/keys/account';
import { openAccount } from '../../../../../lib/wechat-pay/keys/open-account';
import type { Sandbox } from '../../../../../sandbox/index';
import { sharedSandbox } from '../../../../support/shared-sandbox';
import { testContext } from '../context';

const NOW = Date.parse('2026-11-20T12:00:00+08:00');
const DAY = 24 * 3_600_000;
const context = testContext({ now: () => NOW });
let sandbox: Sandbox;
let account: WechatPayAccount;
beforeAll(async () => {
	sandbox = await sharedSandbox({ now: () => NOW });
	account = { ...openAccount(sandbox.credential), region: 'global' };
	for (let day = 0; day < 23; day++) {
		const success_time = new Date(NOW - day * DAY + 8 * 3_600_000)
			.toISOString()
			.replace('.000Z', '+08:00');
		sandbox.pay({ total: 71000, success_time });
	}
});
afterEach(() => sandbox.faults.clear());
afterAll(async () => sandbox.stop());

describe('settlements', () => {
	it('are fetched page by page, each once', async () => {
		const request = { state: 'SETTLED' as const, from: '2026-10-01', until: '2026-11-30' };
		sandbox.faults.add({ kind: 'error', path: '/v3/global/settle', times: 1 });
		const items = await fetchSettlements(account, request, context);
		expect(items).toHaveLength(22);
		expect(new Set(items.map((item) => item['batch_id'])).size).toBe(22);
		expect(items[0]).toMatchObject({
			settlement_date: '20261120',
			currency: 'USD',
			pay_fen: 10000,
			pay: '100.00',
			fee_fen: 60,
			net: '100.00',
			settled: '99.40',
			settled_fen: 9940,
		});
		const calls = sandbox.calls().filter(({ target }) => target.includes('settlements'));
		expect(
			calls.map(({ target }) => new URLSearchParams(target.split('?')[1]).get('offset')),
		).toEqual(['0', '0', '10', '20']);
	});

	it('that are still to come need no dates', async () => {
		const items = await fetchSettlements(account, { state: 'UNSETTLE' }, context);
		expect(items).toMatchObject([{ unsettle: '99.40', unsettle_fen: 9940, settled_fen: 0 }]);
	});

	it('are for cross-border merchants', async () => {
		const mainland = { ...account, region: 'mainland' as const };
		await expect(fetchSettlements(mainland, { state: 'UNSETTLE' }, context)).rejects.toMatchObject({
			code: 'WECHAT_REGION_WRONG',
		});
	});
});
