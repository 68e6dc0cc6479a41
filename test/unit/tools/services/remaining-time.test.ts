import {
	INSTALLATIONS,
	remainingSeconds,
	type PlannedStep,
} from '../../../../tools/services/remaining-time';

const plan: PlannedStep[] = [
	{ message: /one/, seconds: 10 },
	{ message: /two/, seconds: 100 },
	{ message: /three/, seconds: 50 },
];

it('knows nothing before the first step', () => {
	expect(remainingSeconds(plan, [], 0)).toBeUndefined();
});

it('counts down as planned until a step has ended', () => {
	expect(remainingSeconds(plan, [{ step: 0, at: 0 }], 4000)).toBe(156);
});

it('takes the pace of the steps that are over', () => {
	const begun = [
		{ step: 0, at: 0 },
		{ step: 1, at: 30_000 },
	];
	expect(remainingSeconds(plan, begun, 30_000)).toBe(450);
	expect(remainingSeconds(plan, begun, 130_000)).toBe(350);
});

it('never counts below a tenth of a step that takes too long', () => {
	expect(remainingSeconds(plan, [{ step: 2, at: 0 }], 900_000)).toBe(5);
});

it('begins where an interrupted installation goes on', () => {
	expect(remainingSeconds(plan, [{ step: 2, at: 0 }], 0)).toBe(50);
});

it.each([
	['n8n', 'still: installing n8n 2.40.7 from npm, about 3 minutes and 3 GB, once', 1],
	['n8n', 'building the SQLite driver of n8n, about 80 seconds, once', 2],
	['odoo', 'unpacking Debian trixie', 0],
	['odoo', 'installing odoo, postgresql, python3-jinja2', 1],
	['odoo', 'installing debootstrap', -1],
] as const)('%s: %s', (service, message, step) => {
	expect(INSTALLATIONS[service].findIndex((planned) => planned.message.test(message))).toBe(step);
});
