import { setMaxListeners } from 'node:events';

import { chance } from '../core/random';
import type { WrittenNotification } from '../notifications/prepare';
import type { SubjectNumbers } from '../notifications/subject';
import type { NotifyOptions, PreparedRequest } from '../notifications/options';
import type { WeChat } from '../platform/wechat';
import {
	deliverUntilAcknowledged,
	COMPLAINT_WAITS_S,
	type DeliveryPlan,
	RESEND_WAITS_S,
	resendWaitsMs,
} from './deliver-until-acknowledged';
import type { Delivery, DeliveryAnswer, DeliveryFilter, NotifyResult } from './delivery';
import { post } from './post';

export interface SenderSetting {
	timeScale: number;
	timeoutMs: number;
	sleep: DeliveryPlan['sleep'];
}

/** Sends notifications, keeps the log of every attempt, and knows what is still under way. */
export class NotificationSender {
	private readonly log: Delivery[] = [];
	private readonly underWay = new Set<Promise<unknown>>();
	private readonly stopping = new AbortController();

	constructor(
		private readonly wechat: WeChat,
		private readonly setting: SenderSetting,
	) {
		// Every delivery under way and every pause listens.
		setMaxListeners(0, this.stopping.signal);
	}

	async deliver(url: string, request: PreparedRequest): Promise<DeliveryAnswer> {
		return await post(url, request, this.setting.timeoutMs, this.stopping.signal);
	}

	async notify(
		numbers: SubjectNumbers,
		notification: WrittenNotification,
		url: string,
		options: NotifyOptions,
	): Promise<NotifyResult> {
		const deliveries: Delivery[] = [];
		const copies = Array.from({ length: options.copies ?? 1 }, (_, index) => index + 1);
		const all = Promise.all(
			copies.map(async (copy) =>
				deliverUntilAcknowledged(
					this.plan(url, notification, copy, options, ({ startedAtMs, ...made }, answer) => {
						const at = new Date(startedAtMs).toISOString();
						const { id: notification_id, eventType: event_type } = notification;
						const about = { notification_id, event_type, ...numbers };
						deliveries.push({ ...about, url, copy, ...made, at, ...answer });
						this.log.push(deliveries.at(-1) as Delivery);
					}),
				),
			),
		);
		this.underWay.add(all);
		const acknowledged = await all.finally(() => this.underWay.delete(all));
		return { acknowledged: acknowledged.every(Boolean), deliveries };
	}

	/** Delivers something else than a notification until it is acknowledged, at the same pace, without the log. */
	async deliverUntil(
		url: string,
		prepare: () => PreparedRequest,
		{ firstMs, waitsS }: { firstMs: number; waitsS: readonly number[] },
		record: DeliveryPlan['record'],
	): Promise<boolean> {
		const { timeScale, sleep } = this.setting;
		const made = deliverUntilAcknowledged({
			waitsMs: [firstMs, ...waitsS.map((seconds) => seconds * 1000 * timeScale)],
			prepare,
			probes: () => false,
			post: async (request) => this.deliver(url, request),
			sleep,
			stopped: this.stopping.signal,
			record,
			now: this.wechat.now,
		});
		this.underWay.add(made);
		return await made.finally(() => this.underWay.delete(made));
	}

	deliveries({ out_trade_no, transaction_id, out_refund_no }: DeliveryFilter = {}): Delivery[] {
		return this.log.filter(
			(delivery) =>
				(out_trade_no === undefined || delivery.out_trade_no === out_trade_no) &&
				(transaction_id === undefined || delivery.transaction_id === transaction_id) &&
				(out_refund_no === undefined || delivery.out_refund_no === out_refund_no),
		);
	}

	async waitUntilSettled(): Promise<void> {
		while (this.underWay.size > 0) await Promise.all(this.underWay);
	}

	async stop(): Promise<void> {
		this.stopping.abort();
		await this.waitUntilSettled();
	}

	private plan(
		url: string,
		notification: WrittenNotification,
		copy: number,
		options: NotifyOptions,
		record: DeliveryPlan['record'],
	): DeliveryPlan {
		const { timeScale, sleep } = this.setting;
		const { random, shares } = this.wechat;
		const firstMs = (options.delayMs ?? 0) + (copy - 1) * (options.copySpacingMs ?? 0);
		const isComplaint = notification.eventType?.startsWith('COMPLAINT.') ?? false;
		const waits = isComplaint ? COMPLAINT_WAITS_S : RESEND_WAITS_S;
		return {
			waitsMs: [firstMs, ...resendWaitsMs(timeScale, options.maxResends, waits)],
			prepare: notification.prepare,
			probes: () => notification.eventType !== null && chance(random, shares.probes),
			post: async (request) => this.deliver(url, request),
			sleep,
			stopped: this.stopping.signal,
			record,
			now: this.wechat.now,
		};
	}
}
