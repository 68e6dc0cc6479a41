import {
	closeTarget,
	orderTarget,
	ownerOf,
	refundsTarget,
	refundTarget,
	withQuery,
} from '../../../../../lib/wechat-pay/api/endpoints';
import type { WechatPayAccount } from '../../../../../lib/wechat-pay/keys/account';

const account = (region: 'mainland' | 'global' | 'hk') =>
	({ mchid: '1900000001', region }) as unknown as WechatPayAccount;
const order = { out_trade_no: 'A*1' };
const sub_mchid = '1900000101';

it('asks for an own order under the merchant, and for one of a provider under both', () => {
	expect(orderTarget(account('mainland'), order)).toBe(
		'/v3/pay/transactions/out-trade-no/A%2A1?mchid=1900000001',
	);
	expect(orderTarget(account('mainland'), { transaction_id: '42', sub_mchid })).toBe(
		'/v3/pay/partner/transactions/id/42?sp_mchid=1900000001&sub_mchid=1900000101',
	);
	expect(ownerOf(account('mainland'), { sub_mchid: undefined })).toEqual({ mchid: '1900000001' });
});

it('has the paths of its region', () => {
	expect(closeTarget(account('mainland'), order)).toMatch(/^\/v3\/pay\/transactions\/.*\/close$/);
	expect(refundsTarget(account('mainland'))).toBe('/v3/refund/domestic/refunds');
	const families = [account('global'), account('hk')].map(refundsTarget);
	expect(new Set(families).size).toBe(2);
	for (const one of [account('global'), account('hk')]) {
		const [family = ''] = refundsTarget(one).split('/refunds');
		expect(closeTarget(one, order)).toBe(`${family}/transactions/out-trade-no/A%2A1/close`);
		expect(refundTarget(one, { out_refund_no: 'R1' })).toBe(
			`${family}/refunds/out-refund-no/R1?mchid=1900000001`,
		);
	}
});

it('leaves out what is undefined, and encodes what is signed', () => {
	expect(withQuery('/a', { b: undefined })).toBe('/a');
	expect(withQuery('/a', { b: undefined, c: '1 2&3*' })).toBe('/a?c=1%202%263%2A');
	expect(refundTarget(account('mainland'), { out_refund_no: 'R1' })).toBe(
		'/v3/refund/domestic/refunds/R1',
	);
});
