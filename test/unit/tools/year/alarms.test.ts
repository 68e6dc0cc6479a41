import { announcements, withoutCause } from '../../../../tools/year/alarms';
import { DAY } from '../../../../tools/year/calendar';

const END = 100 * DAY;
const KEY = { name: 'key', check: 'odoo_key', from: 10 * DAY, end: END };
const alarm = (daysBefore: number, check = 'odoo_key') => ({
	...{ at: END - daysBefore * DAY, check, words: '', by_message: false },
});

test('an end is announced in time 14 days before, by the first alarm within its life', () => {
	expect(announcements([KEY], [alarm(95), alarm(14.4), alarm(2)], END)).toEqual([
		{ name: 'key', ends: '1970-04-11', announced_days_before: 14.4, in_time: true },
	]);
	expect(announcements([KEY], [alarm(13)], END)).toMatchObject([{ in_time: false }]);
	expect(announcements([KEY], [], END)).toMatchObject([
		{ announced_days_before: null, in_time: false },
	]);
});

test('an end whose announcement is not yet due asks for none', () => {
	expect(announcements([KEY], [], END - 15 * DAY)).toEqual([]);
});

test('alarms need a cause of their kind and of their time', () => {
	const cause = { name: 'away', checks: ['odoo'], from: 20 * DAY, until: 21 * DAY };
	const seen = [alarm(79.5, 'odoo'), alarm(78, 'odoo'), alarm(79.5, 'short'), alarm(14), alarm(20)];
	expect(withoutCause(seen, [cause], [KEY])).toEqual([
		alarm(78, 'odoo'),
		alarm(79.5, 'short'),
		alarm(20),
	]);
});
