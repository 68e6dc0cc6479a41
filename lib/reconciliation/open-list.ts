import type { Difference, DifferenceKind } from './difference';

/**
 * `closed`: a later comparison no longer found it. `dismissed`: a person closed it in Odoo, and it is not opened again.
 */
export type OpenState = 'open' | 'closed' | 'dismissed';

/** A difference, or a day whose bill was not compared, as the list of open differences has it. */
export interface OpenEntry extends Omit<Difference, 'kind' | 'row'> {
	/** The same difference of the same day has the same key. */
	key: string;
	kind: DifferenceKind | typeof DAY;
	state: OpenState;
	/** The day of the bill in Beijing, `yyyy-MM-dd`. */
	date: string;
	/** The day on which it was closed. */
	closed?: string;
}

/** What a list of open differences is about. */
export interface ListedDay {
	/** Empty where one merchant uses this Odoo. */
	mchid: string;
	/** The day of the bill, `yyyy-MM-dd`. */
	date: string;
}

/** The kind of a day whose bill was not compared yet. */
export const DAY = 'day_not_compared';

const keyOf = ({ mchid, date }: ListedDay, kind: string, ...parts: unknown[]): string =>
	[mchid, date, kind, ...parts].filter((part) => part !== undefined && part !== '').join('_');

/** The entry of a difference. */
export function openEntry(day: ListedDay, { row, ...difference }: Difference): OpenEntry {
	const { kind, transaction_id, refund_id, mchid } = difference;
	return {
		...difference,
		...{ key: keyOf(day, kind, transaction_id, refund_id, row), state: 'open', date: day.date },
		mchid: day.mchid || mchid,
	};
}

/** The entry of a day whose bill has to be compared. */
export const dayEntry = (day: ListedDay): OpenEntry => ({
	...{ ...day, key: keyOf(day, DAY), kind: DAY, state: 'open' },
	...{ transaction_id: '', out_trade_no: '' },
	cause: 'The bill of this day was not compared: n8n, Odoo or WeChat Pay was not available.',
	next_step:
		'Nothing, if the next run compares it. Otherwise see the errors of the workflow under Executions in n8n.',
});

/**
 * What changes in the list once a day was compared: new differences, those that are open again, and those that are
 * closed. The day itself is closed as well.
 *
 * @param known entries of the day
 * @param today `yyyy-MM-dd`
 */
export function listChanges(
	day: ListedDay,
	differences: Difference[],
	known: OpenEntry[],
	today: string,
): OpenEntry[] {
	const before = new Map(known.map((entry) => [entry.key, entry]));
	const found = new Map(
		differences.map((difference) => openEntry(day, difference)).map((entry) => [entry.key, entry]),
	);
	const opened = [...found.values()].filter(({ key }) => {
		const state = before.get(key)?.state;
		return state === undefined || state === 'closed';
	});
	const own = dayEntry(day);
	const closed = [...known.filter(({ key }) => key !== own.key), before.get(own.key) ?? own]
		.filter(({ key, state }) => state === 'open' && !found.has(key))
		.map((entry): OpenEntry => ({ ...entry, state: 'closed', closed: today }));
	return [...opened, ...closed];
}
