import { IntegrationError } from '../../../../lib/core/errors';
import { readSilence, usualPayments } from '../../../../lib/orders/payment-silence';
import { fakeOdoo } from '../odoo/fake-odoo';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOON = Date.parse('2026-11-30T12:00:00Z');

/** Payments of the 28 days before noon: `perHour` in each hour between 8 and 24. */
const dayTime = (perHour: number): Map<number, number> => {
	const counts = new Map<number, number>();
	for (let hour = NOON - 28 * DAY; hour < NOON; hour += HOUR) {
		if (new Date(hour).getUTCHours() >= 8) counts.set(hour, perHour);
	}
	return counts;
};

it('knows how many payments are usual in a time', () => {
	expect(usualPayments(dayTime(6), NOON, NOON + HOUR / 2)).toBe(3);
	expect(usualPayments(dayTime(6), NOON, NOON + 2 * HOUR)).toBe(12);
});

it('finds a silent night usual', () => {
	const midnight = NOON - 12 * HOUR;
	expect(usualPayments(dayTime(100), midnight, midnight + 8 * HOUR)).toBe(0);
});

it('finds no silence in the days after a campaign', () => {
	const counts = dayTime(1);
	counts.set(NOON - DAY, 5000);
	expect(usualPayments(counts, NOON, NOON + HOUR)).toBe(1);
});

it('does not get used to a silence that lasts', () => {
	const since = NOON - 2 * DAY;
	const counts = new Map([...dayTime(2)].filter(([hour]) => hour < since));
	expect(usualPayments(counts, since, NOON)).toBe(64);
});

it('has no experience in the first week', () => {
	const counts = new Map([...dayTime(5)].filter(([hour]) => hour > NOON - 6 * DAY));
	expect(usualPayments(counts, NOON, NOON + DAY)).toBe(0);
	expect(usualPayments(new Map(), NOON, NOON + DAY)).toBe(0);
});

describe('reading from Odoo', () => {
	const group = (ms: number, domain: string) => ({
		__count: 4,
		[domain]: ['&', ['create_date', '>=', at(ms)], ['create_date', '<', at(ms + HOUR)]],
	});
	const at = (ms: number) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
	const groups = (domain: string) => [...dayTime(4).keys()].map((ms) => group(ms, domain));
	const last = [{ id: 9, create_date: at(NOON - HOUR) }];

	it('counts by the hour, without a language', async () => {
		const odoo = fakeOdoo(({ method }) =>
			method === 'search_read' ? last : groups('__extra_domain'),
		);
		expect(await readSilence(odoo, NOON)).toEqual({ minutes: 60, usual_payments: 4 });
		expect(odoo.calls.at(-1)?.context).toEqual({ tz: 'UTC', lang: 'en_US' });
	});

	it('counts with the older method of Odoo', async () => {
		const error = { code: 'ODOO_SERVER_FAULT', message: '', likelyCause: '', nextStep: '' };
		const odoo = fakeOdoo(({ method }) => {
			if (method === 'formatted_read_group') throw new IntegrationError(error);
			return method === 'search_read' ? last : groups('__domain');
		});
		expect(await readSilence(odoo, NOON)).toEqual({ minutes: 60, usual_payments: 4 });
	});

	it('says nothing where nothing was ever paid', async () => {
		expect(
			await readSilence(
				fakeOdoo(() => []),
				NOON,
			),
		).toEqual({
			minutes: null,
			usual_payments: 0,
		});
	});
});
