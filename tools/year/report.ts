import { announcements, withoutCause, type Announcement, type SeenAlarm } from './alarms';
import type { MonthBooks } from './books';
import type { YearPlan } from './calendar';
import type { YearRecord } from './year-record';

/** What a played year has shown. */
export interface YearReport {
	/** Whether nothing was lost, the books agree, all ends were announced and no alarm was false. */
	ready: boolean;
	plan: YearPlan;
	/** Real time. */
	seconds: number;
	orders: number;
	refunds: number;
	/** Runs of Health. */
	looks: number;
	/** Deliveries of notifications, resends included. */
	deliveries: number;
	lost: number;
	doubled: number;
	wrong: number;
	months: MonthBooks[];
	announcements: Announcement[];
	events: YearRecord['events'];
	alarms: number;
	alarms_without_cause: Array<Omit<SeenAlarm, 'at'> & { at: string }>;
}

interface Measured {
	plan: YearPlan;
	seconds: number;
	deliveries: number;
	/** Milliseconds since 1970. */
	until: number;
}

export function yearReport(record: YearRecord, measured: Measured): YearReport {
	const { plan, seconds, deliveries, until } = measured;
	const { months, alarms, causes, endings, events, looks } = record;
	const sum = (of: (month: MonthBooks) => number) => months.reduce((all, one) => all + of(one), 0);
	const announced = announcements(endings, alarms, until);
	const unexplained = withoutCause(alarms, causes, endings);
	return {
		ready:
			months.length > 0 &&
			months.every(({ agrees }) => agrees) &&
			announced.every(({ in_time }) => in_time) &&
			unexplained.length === 0,
		...{ plan, seconds, orders: record.payments.length, refunds: record.refunds.size },
		...{ looks, deliveries },
		...{ lost: sum(({ lost }) => lost), doubled: sum(({ doubled }) => doubled) },
		...{ wrong: sum(({ wrong }) => wrong), months, announcements: announced, events },
		alarms: alarms.length,
		alarms_without_cause: unexplained.map((one) => ({
			...one,
			at: new Date(one.at).toISOString(),
		})),
	};
}

/** For people. */
export function yearText(report: YearReport): string {
	const yuan = (fen: number) => (fen / 100).toFixed(2);
	const months = report.months.map(
		({ month, payments, in_wechat, in_odoo, moved, in_ledger, open, agrees }) =>
			`${month}  ${payments} payments, ¥${yuan(in_wechat)} at WeChat, ¥${yuan(in_odoo)} in Odoo, ` +
			`¥${yuan(moved)} on statements, ¥${yuan(in_ledger)} in the ledger, ` +
			`${open} differences open: ${agrees ? 'agrees' : 'DOES NOT AGREE'}`,
	);
	const ends = report.announcements.map(
		({ name, ends: day, announced_days_before: days }) =>
			`${name}, ends ${day}: ${days === null ? 'NOT ANNOUNCED' : `announced ${days} days before`}`,
	);
	const alarms = report.alarms_without_cause.map(
		({ at, check, words }) => `Alarm without a cause at ${at}: ${check}: ${words}`,
	);
	return [
		`${report.plan.days} days from ${report.plan.from} in ${Math.round(report.seconds)} s: ${report.orders} orders, ` +
			`${report.refunds} refunds, ${report.deliveries} deliveries, ${report.looks} runs of Health.`,
		`${report.lost} lost, ${report.doubled} doubled, ${report.wrong} wrong.`,
		...report.events.map(({ kind, at }) => `${at}  ${kind}`),
		...months,
		...ends,
		...alarms,
		report.ready ? 'Ready.' : 'Not ready.',
	].join('\n');
}
