import { calendar, DAY, type YearEventKind } from '../../../../tools/year/calendar';

const YEAR = { from: '2028-01-01', days: 368, ordersADay: 24, looksADay: 2, every: 1 };
const count = (plan: typeof YEAR, kind: YearEventKind) =>
	calendar(plan).filter((event) => event.kind === kind).length;

test('a year has an order an hour, a comparison a day, twelve ends of months and four ends of keys', () => {
	expect(count(YEAR, 'order')).toBe(368 * 24);
	expect(count(YEAR, 'morning')).toBe(368);
	expect(count(YEAR, 'month-end')).toBe(12);
	expect(count(YEAR, 'new-odoo-key')).toBe(4);
});

test('a year has what happens once: absences, an upgrade, new keys of WeChat, both changes of clocks, its end', () => {
	const kinds = new Set(calendar(YEAR).map(({ kind }) => kind));
	for (const kind of [
		...['odoo-down', 'odoo-up', 'n8n-down', 'n8n-up', 'n8n-upgrade', 'leap-day', 'year-end'],
		...['new-platform-certificate', 'old-platform-certificate-ends', 'enter-public-key'],
	]) {
		expect(kinds).toContain(kind);
	}
	expect(count(YEAR, 'clocks-change')).toBe(2);
	expect(count(YEAR, 'more-public-key')).toBe(7);
});

test('a year of which one day in ten is played still has every event, and a look as each end is announced', () => {
	const sparse = { ...YEAR, every: 10, ordersADay: 1 };
	const rare = (plan: typeof YEAR) =>
		calendar(plan)
			.map(({ kind }) => kind)
			.filter((kind) => !['order', 'refund', 'look', 'morning'].includes(kind));
	expect(rare(sparse)).toEqual(rare(YEAR));
	expect(count(sparse, 'order')).toBeLessThan(150);
	const looks = calendar(sparse).filter(({ kind }) => kind === 'look');
	const start = Date.parse('2028-01-01T00:00:00+08:00');
	for (const end of [90, 177, 264, 351].map((day) => start + day * DAY)) {
		const inTime = looks.filter(({ at }) => at < end - 14 * DAY && at > end - 15 * DAY);
		expect(inTime.length).toBeGreaterThan(0);
	}
});

test('events come in order, and none outside of the days that were asked for', () => {
	const plan = { ...YEAR, from: '2028-02-08', days: 2 };
	const times = calendar(plan).map(({ at }) => at);
	expect(times).toEqual([...times].sort((a, b) => a - b));
	const start = Date.parse('2028-02-08T00:00:00+08:00');
	expect(times.every((at) => at >= start && at < start + 2 * DAY)).toBe(true);
});

test('Health runs within 20 minutes after something was taken away', () => {
	const events = calendar(YEAR);
	for (const down of events.filter(({ kind }) => kind.endsWith('-down'))) {
		const next = events.find(({ kind, at }) => kind === 'look' && at > down.at);
		expect(next?.at).toBeLessThanOrEqual(down.at + 20 * 60_000);
	}
});

test('a key is renewed before it ends', () => {
	const renewals = calendar(YEAR).filter(({ kind }) => kind === 'new-odoo-key');
	const days = renewals.map(({ at }) =>
		Math.floor((at - Date.parse('2028-01-01T00:00+08:00')) / DAY),
	);
	expect(days).toEqual([87, 174, 261, 348]);
});
