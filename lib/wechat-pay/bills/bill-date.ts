import { IntegrationError } from '../../core/errors';
import { beijingDate } from '../notification/beijing-time';

/**
 * The day of a bill as `yyyy-MM-dd`: that of an ISO date or time as it is written, or yesterday in Beijing
 * when there is none, which is the newest that WeChat Pay has.
 *
 * @param nowMs milliseconds since 1970
 * @throws IntegrationError `WECHAT_DATE_INVALID`
 */
export function billDate(text: string, nowMs: number): string {
	if (text.trim() === '') return beijingDate(nowMs, 1);
	const [, day] = /^\s*(\d{4}-\d\d-\d\d)(T.*)?\s*$/.exec(text) ?? [];
	const time = Date.parse(`${day}T00:00:00Z`);
	if (day && !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)) return day;
	throw new IntegrationError({
		code: 'WECHAT_DATE_INVALID',
		message: 'The date is not of the form 2026-11-22.',
		likelyCause: 'Day and month are in another order, or the day does not exist.',
		nextStep: 'Enter year, month and day, or leave the field empty for yesterday in Beijing.',
	});
}
