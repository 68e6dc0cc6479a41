import fc from 'fast-check';

import { toBeijingTime } from '../../../../../lib/core/beijing-time';
import { readMoment } from '../../../../../lib/sku-map/import/read-moment';

it.each([
	['2026-11-11', false, '2026-11-11T00:00:00+08:00'],
	['2026-11-11', true, '2026-11-11T23:59:59+08:00'],
	['2026/1/2', false, '2026-01-02T00:00:00+08:00'],
	['2026-11-11 20:00', true, '2026-11-11T20:00:00+08:00'],
	['2026-11-11T20:00:05', false, '2026-11-11T20:00:05+08:00'],
	['2026-11-11T12:00:00Z', false, '2026-11-11T20:00:00+08:00'],
	['2026-11-11 12:00:00+00:00', false, '2026-11-11T20:00:00+08:00'],
	[46337, false, '2026-11-11T00:00:00+08:00'],
	['46337', true, '2026-11-11T23:59:59+08:00'],
	[46337.5, false, '2026-11-11T12:00:00+08:00'],
])('reads %s (end: %s) as %s', (value, end, text) => {
	expect(readMoment(value, end)).toBe(text);
});

it.each(['2026-02-30', '2026-13-01', '11/12/2026', '2026-11-11 25:00', '20261111', 5, 'now', ''])(
	'does not guess what %s means',
	(value) => {
		expect(readMoment(value, false)).toBeUndefined();
	},
);

it('reads its own texts, which compare as moments do', () => {
	const moment = fc.integer({ min: 0, max: Date.UTC(2200, 0) / 1000 }).map((s) => s * 1000);
	fc.assert(
		fc.property(moment, moment, (one, other) => {
			expect(readMoment(toBeijingTime(one), false)).toBe(toBeijingTime(one));
			expect(Date.parse(toBeijingTime(one))).toBe(one);
			expect(toBeijingTime(one) < toBeijingTime(other)).toBe(one < other);
		}),
	);
});
