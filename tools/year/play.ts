import { beijingDate } from '../../lib/core/beijing-time';
import type { Progress } from '../services/progress';
import { calendar, DAY, type YearEventKind, type YearPlan } from './calendar';
import * as daily from './every-day';
import { monthEnd } from './month-end';
import * as rare from './once-a-year';
import type { YearChain } from './year-chain';
import { newRecord, type Happening, type YearRecord } from './year-record';

const nothing: Happening = async () => {};

const HAPPENINGS: Record<YearEventKind, Happening> = {
	order: daily.order,
	refund: daily.refund,
	look: daily.look,
	morning: daily.morning,
	'month-end': monthEnd,
	'new-odoo-key': rare.newOdooKey,
	'odoo-down': rare.odooDown,
	'odoo-up': rare.odooUp,
	'n8n-down': rare.n8nDown,
	'n8n-up': rare.n8nUp,
	'n8n-upgrade': rare.n8nUpgrade,
	'new-merchant-certificate': rare.newMerchantCertificate,
	'new-platform-certificate': rare.newPlatformCertificate,
	'old-platform-certificate-ends': rare.oldPlatformCertificateEnds,
	'enter-public-key': rare.enterPublicKey,
	'more-public-key': rare.morePublicKey,
	'clocks-change': nothing,
	'leap-day': nothing,
	'year-end': nothing,
};

/**
 * Without Odoo each resend waits seconds for its answer. What falls due within an hour is then sent at its end, side
 * by side.
 */
const GATHERED_WITHOUT_ODOO = 3_600_000;

const ORDINARY: YearEventKind[] = ['order', 'refund', 'look', 'morning', 'month-end'];

/** Lets the clock jump from event to event; each is over, and nothing is under way, before the next. */
export async function playYear(
	chain: YearChain,
	plan: YearPlan,
	progress: Progress,
): Promise<YearRecord> {
	const record = newRecord(chain.key, chain.merchantEnd);
	const { clock, courier, down } = chain;
	let day = 0;
	for (const event of calendar(plan)) {
		for (let due = courier.nextDue(); due !== undefined && due <= event.at; ) {
			const gathered = due + (down.odoo ? GATHERED_WITHOUT_ODOO : 0);
			await clock.jumpTo(Math.max(Math.min(gathered, event.at), clock.now()));
			await courier.deliverDue();
			due = courier.nextDue();
		}
		await clock.jumpTo(Math.max(event.at, clock.now()));
		await HAPPENINGS[event.kind](chain, record, event);
		await courier.deliverDue();
		const at = new Date(event.at).toISOString();
		if (!ORDINARY.includes(event.kind)) record.events.push({ kind: event.kind, at });
		if (event.at - day >= DAY) {
			day = event.at;
			progress(`${at.slice(0, 10)}: ${record.payments.length} orders`);
		}
	}
	// The last, incomplete month: the next day at 11:00, when all of its statements are there.
	const at = Date.parse(`${beijingDate(clock.now(), -1)}T11:00:00+08:00`);
	await clock.jumpTo(at);
	await monthEnd(chain, record, { kind: 'month-end', at: at + 31 * DAY });
	return record;
}
