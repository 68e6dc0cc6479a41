import { isLeftOut } from '../../../../../lib/orders/after-sales/refund-without-order';

const refund = {
	...{ mchid: 'airwallex:acct_1', out_trade_no: 'int_1', transaction_id: 'int_1', refund_id: 'r' },
	...{ refund_status: 'SUCCESS' as const, refund_fen: 100, currency: 'CNY' },
	announced: '2026-11-21T03:00:00Z',
};
const later = (ms: number) => Date.parse(refund.announced) + ms;
const DAY_MS = 24 * 3600_000;

it('is sent again by the acquirer for a day, in case its payment is still to come', () => {
	const early = expect.objectContaining({ code: 'REFUND_BEFORE_PAYMENT', retryable: true });
	expect(() => isLeftOut(refund, later(0))).toThrow(early);
	expect(() => isLeftOut(refund, later(DAY_MS - 1))).toThrow(early);
	expect(isLeftOut(refund, later(DAY_MS))).toBe(true);
});

it('is never left out where its event says that it is of WeChat Pay, or where that is not chosen', () => {
	expect(isLeftOut({ ...refund, isWechat: true }, later(DAY_MS))).toBe(false);
	expect(isLeftOut(refund, undefined)).toBe(false);
});

it('is left out at once where its time is unknown', () => {
	const { announced, ...undated } = refund;
	expect(isLeftOut(undated, Date.parse(announced))).toBe(true);
});
