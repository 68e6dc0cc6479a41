import { beijingDate, readBeijingTime, toBeijingTime } from '../../../../lib/core/beijing-time';

const NEW_YEAR_EVE = Date.UTC(2026, 11, 31, 16, 0, 0, 7);

it('writes a moment on a clock in Beijing, where the new year begins eight hours earlier', () => {
	expect(toBeijingTime(NEW_YEAR_EVE)).toBe('2027-01-01T00:00:00+08:00');
	expect(toBeijingTime(NEW_YEAR_EVE, 'ms')).toBe('2027-01-01T00:00:00.007+08:00');
	expect(beijingDate(NEW_YEAR_EVE)).toBe('2027-01-01');
	expect(beijingDate(NEW_YEAR_EVE, 1)).toBe('2026-12-31');
});

it.each([
	['2026-11-22 18:30:00', '2026-11-22T18:30:00+08:00'],
	[' 20261122183000 ', '2026-11-22T18:30:00+08:00'],
	['2026-11-22T18:30:00', '2026-11-22T18:30:00+08:00'],
])('reads %p', (text, iso) => {
	expect(readBeijingTime(text)).toBe(iso);
	expect(toBeijingTime(Date.parse(iso))).toBe(iso);
});

it.each(['', '0', '2026-13-01 00:00:00', '2026-11-22', '2026-11-22 25:00:00', '20261122'])(
	'gives nothing for %p',
	(text) => expect(readBeijingTime(text)).toBeUndefined(),
);
