import type { Payment, Refund } from '../../sandbox';
import type { Cause, Ending, SeenAlarm } from './alarms';
import type { MonthBooks } from './books';
import { DAY, KEY_DAYS, type YearEvent, type YearEventKind } from './calendar';
import type { OdooKey } from './odoo-key';
import type { YearChain } from './year-chain';

/** What has happened so far. */
export interface YearRecord {
	payments: Payment[];
	/** By `transaction_id`. */
	refunds: Map<string, Refund>;
	alarms: SeenAlarm[];
	causes: Cause[];
	endings: Ending[];
	months: MonthBooks[];
	/** Differences and days that the last comparison left open. */
	open: number;
	looks: number;
	/** Everything but orders, refunds and what runs every day. */
	events: Array<{ kind: YearEventKind; at: string }>;
}

/** What is done when an event of the calendar is due. */
export type Happening = (chain: YearChain, record: YearRecord, event: YearEvent) => Promise<void>;

/** @param merchantEnd end of the merchant's certificate, milliseconds since 1970 */
export const newRecord = (key: OdooKey, merchantEnd?: number): YearRecord => ({
	...{ payments: [], refunds: new Map(), alarms: [], causes: [] },
	endings: [keyEnding(key), ...(merchantEnd === undefined ? [] : [merchantEnding(merchantEnd)])],
	...{ months: [], open: 0, looks: 0, events: [] },
});

const merchantEnding = (end: number): Ending => ({
	...{ name: 'merchant certificate', check: 'merchant_certificate', from: 0, end },
});

/** The end of a key of Odoo, which Health has to announce. */
export const keyEnding = ({ end }: OdooKey): Ending => ({
	...{ name: 'API key of Odoo', check: 'odoo_key', from: end - KEY_DAYS * DAY, end },
});
