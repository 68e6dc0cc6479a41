import fc from 'fast-check';

import { arrivals } from '../../../../tools/rehearsal/arrivals';
import {
	chooseFaults,
	faultsFor,
	placeFaults,
	readFault,
} from '../../../../tools/rehearsal/faults';
import { profileNamed } from '../../../../tools/rehearsal/profiles';
import { randomNumbers } from '../../../../tools/rehearsal/random';

it('reads a fault with its own length or the usual one', () => {
	expect(readFault('odoo-down')).toEqual({ kind: 'odoo-down', seconds: 15 });
	expect(readFault('n8n-killed:2.5')).toEqual({ kind: 'n8n-killed', seconds: 2.5 });
});

it.each([
	['flood', 'There is no fault "flood", only odoo-down'],
	['toString', 'There is no fault "toString"'],
	['odoo-down:', 'takes seconds'],
	['odoo-down:soon', 'takes seconds, not "soon"'],
	['odoo-down:-1', 'takes seconds'],
])('refuses %s', (text, message) => {
	expect(() => readFault(text)).toThrow(message);
});

it('places faults into the busiest tenth of the time, at the same moment for the same seed', () => {
	const times = arrivals(profileNamed('viral'), randomNumbers('any'));
	fc.assert(
		fc.property(fc.string(), (seed) => {
			const place = () => placeFaults([readFault('odoo-down')], times, randomNumbers(seed));
			const [fault] = place();
			expect(place()).toEqual([fault]);
			const around = times.filter((time) => Math.abs(time / 1000 - (fault?.atS ?? 0)) < 6);
			expect(around.length).toBeGreaterThan(times.length * 0.25);
		}),
		{ numRuns: 20 },
	);
});

it('places a fault even where a single buyer pays', () => {
	expect(placeFaults([readFault('odoo-slow')], [400], () => 0.5)).toEqual([
		{ kind: 'odoo-slow', seconds: 20, atS: 0.4 },
	]);
});

it('chooses one to three different faults by chance, and only possible ones', () => {
	fc.assert(
		fc.property(fc.string(), fc.boolean(), (seed, queue) => {
			const possible = faultsFor(queue);
			const kinds = chooseFaults(randomNumbers(seed), possible).map(({ kind }) => kind);
			expect(new Set(kinds).size).toBe(kinds.length);
			expect([1, 2, 3]).toContain(kinds.length);
			expect(kinds.every((kind) => possible.includes(kind))).toBe(true);
		}),
	);
});

it('knows which faults a chain can have', () => {
	expect(faultsFor(false)).toContain('disk-full');
	expect(faultsFor(false)).not.toContain('worker-killed');
	expect(faultsFor(true)).toEqual(expect.arrayContaining(['worker-killed', 'webhook-killed']));
	expect(faultsFor(true)).not.toContain('disk-full');
});

it('makes faults of a fast run as much shorter', () => {
	const [usual] = chooseFaults(randomNumbers('a'), ['odoo-slow']);
	const [fast] = chooseFaults(randomNumbers('a'), ['odoo-slow'], 5);
	expect(fast?.seconds).toBe(Math.ceil((usual?.seconds ?? 0) / 5));
});
