import { money } from '../../../../lib/core/money';
import { refundDifferences } from '../../../../lib/reconciliation/compare-refunds';
import type { OdooRefund } from '../../../../lib/reconciliation/day-records';
import { kindsOf, refund } from './day';

const note = (amount: number, state = 'draft'): OdooRefund => ({
	...{ refund_id: '501', state },
	total: money(amount, 'CNY'),
});

it.each<[string, ReturnType<typeof refund>, OdooRefund[], string[]]>([
	['its credit note', refund(1), [note(100)], []],
	['no credit note', refund(1), [], ['refund_without_credit_note 1']],
	['a refund in progress', refund(1, { refund_status: 'PROCESSING' }), [], ['refund_open 1']],
	['a refund in progress that ended', refund(1, { refund_status: 'PROCESSING' }), [note(100)], []],
	['a refund that failed', refund(1, { refund_status: 'FAIL' }), [], []],
	['another amount', refund(1), [note(99)], ['refund_differs 1']],
	['a cancelled credit note', refund(1), [note(100, 'cancel')], ['refund_without_credit_note 1']],
])('%s', (_, row, credited, wanted) => {
	expect(kindsOf(refundDifferences([row], credited))).toEqual(wanted);
});

it('does not ask again about a refund that WeChat closed after the bill', () => {
	const open = refund(1, { refund_status: 'PROCESSING' });
	expect(refundDifferences([open], [], new Set(['501']))).toEqual([]);
});

it('names the refund and both amounts', () => {
	expect(refundDifferences([refund(1)], [note(99)])).toMatchObject([
		{ refund_id: '501', out_refund_no: 'R1', in_wechat: '1.00 CNY', in_odoo: '0.99 CNY' },
	]);
});
