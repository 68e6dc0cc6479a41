import type { OdooClient } from '../odoo/client';
import { readGroups } from '../odoo/group-records';
import { fromOdooTime, searchRead, type Domain, toOdooTime } from '../odoo/records';
import { ANY_HOLD, recordedOrders } from './model/order-keys';

/** How long no payment has been recorded, and how many are usual in such a time. */
export interface PaymentSilence {
	/** Minutes since the last recorded payment; null if there was none in 28 days. */
	minutes: number | null;
	/** Payments that are usual in these minutes at these hours of the day, by the last 28 days. */
	usual_payments: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DAYS = 28;
/** With fewer days of experience nothing is usual. */
const LEAST_DAYS = 7;
/** A longer silence says nothing new. */
const LONGEST_HOURS = 72;

/**
 * Reads whether payments have stopped: silence is a fault that raises no error. Only reads.
 *
 * @param now milliseconds since 1970
 * @throws IntegrationError `ODOO_…`
 */
export async function readSilence(odoo: OdooClient, now: number): Promise<PaymentSilence> {
	const paid: Domain = [
		...recordedOrders(),
		['create_date', '>=', toOdooTime(now - DAYS * DAY_MS)],
		'|',
		['client_order_ref', '=', false],
		['client_order_ref', 'not like', ANY_HOLD.replace(/%$/, '')],
	];
	const newest = { order: 'create_date desc', limit: 1 };
	const [last] = await searchRead(odoo, 'sale.order', paid, ['create_date'], newest);
	if (!last) return { minutes: null, usual_payments: 0 };
	const since = fromOdooTime(last.create_date);
	const usual = usualPayments(await countsByHour(odoo, paid), since, now);
	return {
		minutes: Math.max(0, Math.floor((now - since) / 60_000)),
		usual_payments: Math.round(usual * 10) / 10,
	};
}

/**
 * The payments that are usual from one time to another: for each hour, the median of the same hour on the
 * days before. The median, because one campaign must not make the days after it look silent.
 *
 * @param counts payments by the start of their hour, in milliseconds since 1970
 */
export function usualPayments(counts: Map<number, number>, since: number, until: number): number {
	const first = Math.min(...counts.keys());
	const days = Math.min(DAYS, Math.floor((since - first) / DAY_MS));
	if (!(days >= LEAST_DAYS)) return 0;
	const end = Math.min(until, since + LONGEST_HOURS * HOUR_MS);
	let usual = 0;
	for (let hour = hourOf(since); hour < end; hour += HOUR_MS) {
		const part = (Math.min(end, hour + HOUR_MS) - Math.max(since, hour)) / HOUR_MS;
		// Days before the silence: up to three of the silent days are skipped.
		const skipped = Math.floor((hour - hourOf(since)) / DAY_MS);
		const before = Array.from({ length: days }, (_, day) => hour - (day + 1 + skipped) * DAY_MS);
		usual += part * median(before.map((start) => counts.get(start) ?? 0));
	}
	return usual;
}

/** The lower one of two in the middle: better no alarm than one without a cause. */
const median = (values: number[]): number =>
	[...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;

const hourOf = (ms: number): number => Math.floor(ms / HOUR_MS) * HOUR_MS;

/** Odoo counts, in UTC: a busy shop has many orders and few hours. */
async function countsByHour(odoo: OdooClient, domain: Domain): Promise<Map<number, number>> {
	const context = { tz: 'UTC', lang: 'en_US' };
	const groups = { domain, groupby: 'create_date:hour' };
	const rows = await readGroups(odoo, 'sale.order', groups, context);
	return new Map(rows.map((row) => [startOf(row), Number(row.__count)]));
}

interface Group {
	__extra_domain?: Domain;
	__domain?: Domain;
}

/** Both methods give the hour as a domain, without a language: `['create_date', '>=', '2026-11-11 09:00:00']`. */
function startOf({ __extra_domain, __domain }: Group): number {
	const from = (__extra_domain ?? __domain ?? [])
		.filter((part) => Array.isArray(part))
		.filter(([field, operator]) => field === 'create_date' && operator === '>=');
	return Math.max(...from.map(([, , value]) => fromOdooTime(value)));
}
