import { periodOf } from '../../../../../nodes/OdooSettlement/shared/period';
import { withParameters } from '../../support/parameters';

const NOW = Date.UTC(2026, 10, 30, 12);
const period = (reportFrom: string, reportUntil: string) =>
	periodOf(withParameters({ reportFrom, reportUntil }), NOW);

it('ends today and is 90 days long where nothing is chosen', () => {
	expect(period('', '')).toEqual({ from: '2026-09-01', until: '2026-11-30' });
	expect(period('', '2026-03-01')).toEqual({ from: '2025-12-01', until: '2026-03-01' });
});

it('takes the day of a chosen time', () => {
	expect(period(' 2026-11-01T08:00:00.000+08:00', '2026-11-02')).toEqual({
		...{ from: '2026-11-01', until: '2026-11-02' },
	});
});
