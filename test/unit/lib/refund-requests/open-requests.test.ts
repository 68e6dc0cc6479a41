import { isDue } from '../../../../lib/refund-requests/open-requests';
import type { RequestStatus } from '../../../../lib/orders/after-sales/request-note';

const HOUR = 3_600_000;
const at = (hours: number) => ({ days: 30, askAgainHours: 24, now: hours * HOUR });
const note = (status: RequestStatus) => ({
	...{ out_refund_no: 'SHOP1-CN57', status, fen: 1, currency: 'CNY', writtenAt: 0 },
	waiting: { attempts: 1, since: '', next_attempt: new Date(2 * HOUR).toISOString(), give_up: '' },
});

it.each<[RequestStatus, number, boolean]>([
	['REQUESTED', 0, true],
	['PROCESSING', 0, true],
	['WAITING_FOR_FUNDS', 1, false],
	['WAITING_FOR_FUNDS', 2, true],
	['APPROVAL', 23, false],
	['APPROVAL', 24, true],
	['FAILED', 23, false],
	['FAILED', 24, true],
	['DECLINED', 99, false],
	['SUCCESS', 99, false],
	['ABNORMAL', 99, false],
	['CLOSED', 99, false],
])('%s after %i hours: %s', (status, hours, due) => {
	expect(isDue(note(status), 0, at(hours))).toBe(due);
});

it('leaves a new credit note to the trigger for ten minutes', () => {
	expect(isDue(undefined, 0, at(0.1))).toBe(false);
	expect(isDue(undefined, 0, at(0.2))).toBe(true);
});
