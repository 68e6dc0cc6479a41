import { parseArgs } from 'node:util';

import type { YearPlan } from './calendar';

export const USAGE = `npm run year -- [options]

Plays a year of orders through a real n8n and a real Odoo, under a clock that jumps from event to event.

  --from DATE           first day, in Beijing (default 2028-01-01, of a leap year)
  --days N              days (default 368: into the next year)
  --orders-a-day N      orders a day (default 24)
  --looks-a-day N       runs of the sweep and of Health a day, besides those after trouble (default 2)
  --every N             plays one day in N, and those around an event, and jumps over the rest (default 1)
  --json                the last line is the report as one JSON object, with "ready"
  --help                this text`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const OPTIONS = {
	...{ from: text, days: text, 'orders-a-day': text, 'looks-a-day': text },
	...{ every: text, json: flag, help: flag },
} as const;

/** Undefined when help was asked for. @throws Error naming what is wrong */
export function readYearCommand(args: string[]): { plan: YearPlan; json: boolean } | undefined {
	const { values } = parseArgs({ args, options: OPTIONS });
	if (values.help) return undefined;
	const { from = '2028-01-01', json = false } = values;
	if (Number.isNaN(Date.parse(from)) || !/^\d{4}-\d\d-\d\d$/.test(from)) {
		throw new Error(`--from is a day such as 2028-01-01, not ${from}`);
	}
	const plan = {
		from,
		days: wholeNumber('--days', values.days ?? '368'),
		ordersADay: wholeNumber('--orders-a-day', values['orders-a-day'] ?? '24'),
		every: wholeNumber('--every', values.every ?? '1'),
		looksADay: wholeNumber('--looks-a-day', values['looks-a-day'] ?? '2'),
	};
	return { plan, json };
}

function wholeNumber(name: string, given: string): number {
	if (/^[1-9]\d*$/.test(given)) return Number(given);
	throw new Error(`${name} is a whole number from 1, not ${given}`);
}
