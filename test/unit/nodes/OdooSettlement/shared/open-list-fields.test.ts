import type { IExecuteFunctions } from 'n8n-workflow';

import { openListOf } from '../../../../../nodes/OdooSettlement/shared/open-list-fields';

const of = (parameters: Record<string, string>, now: string) =>
	openListOf(
		{ getNodeParameter: (name: string) => parameters[name] ?? '' } as unknown as IExecuteFunctions,
		Date.parse(now),
	);

it.each([
	['2026-11-22T09:59:59+08:00', '2026-11-22', '2026-11-20'],
	['2026-11-22T10:00:00+08:00', '2026-11-22', '2026-11-21'],
	['2026-11-22T17:00:00Z', '2026-11-23', '2026-11-21'],
])('at %s it is %s in Beijing, and the newest bill is of %s', (now, today, newest) => {
	expect(of({}, now)).toEqual({ mchid: '', today, newest });
});

it('takes the day of the run from the parameter', () => {
	const chosen = of({ runDate: '2026-12-01', listMchid: ' 1900000001 ' }, '2026-11-22T00:00:00Z');
	expect(chosen).toEqual({ mchid: '1900000001', today: '2026-12-01', newest: '2026-11-30' });
});
