import { spreadChart } from '../../../../lib/settlement/spread-chart';

const heights = (svg: string) =>
	[...svg.matchAll(/<circle cx="[\d.]+" cy="([\d.]+)"/g)].map(([, y]) => Number(y));

it('draws a point for each known spread, in the order of the days, higher for a higher spread', () => {
	const svg = spreadChart([
		{ date: '2026-11-20', settlement: 0.5 },
		{ date: '2026-11-10', settlement: 0.25, bank: 1 },
	]);
	const [early = 0, late = 0, bank = 0] = heights(svg);
	expect(heights(svg)).toHaveLength(3);
	expect(late).toBeLessThan(early);
	expect(bank).toBeLessThan(late);
	expect(svg).toContain('2026-11-10: 0.25 %');
	expect(svg).toContain('aria-label="Spreads in percent from 2026-11-10 to 2026-11-20"');
});

it('has at most seven lines, also below zero', () => {
	const svg = spreadChart([{ date: '2026-11-10', settlement: -3.2, bank: 20 }]);
	expect(svg.match(/class="grid"/g)?.length).toBeLessThanOrEqual(7);
	expect(svg).toContain('>-4 %<');
});

it('is empty without any point', () => {
	expect(spreadChart([])).toBe('');
	expect(spreadChart([{ date: '2026-11-10' }])).toBe('');
});
