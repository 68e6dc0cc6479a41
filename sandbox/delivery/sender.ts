import { setMaxListeners } from 'node:events';

import { signNotification, type UnsignedNotification } from '../notifications/prepare';
import type { Payment } from '../payment';
import type { DeliveryFilter, NotifyOptions, NotifyResult, PreparedRequest } from '../types';
import type { WeChat } from '../wechat';
import { deliverUntilAcknowledged, type DeliveryPlan } from './deliver-until-acknowledged';
import type { Delivery, DeliveryAnswer } from './delivery';
import { post } from './post';
import { resendWaitsMs } from './schedule';

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
		payment: Payment,
		notification: UnsignedNotification,
		url: string,
		options: NotifyOptions,
	): Promise<NotifyResult> {
		const deliveries: Delivery[] = [];
		const copies = Array.from({ length: options.copies ?? 1 }, (_, index) => index + 1);
		const all = Promise.all(
			copies.map(async (copy) =>
				deliverUntilAcknowledged(
					this.plan(url, notification, copy, options, (attempt, startedAtMs, answer) => {
						const { out_trade_no, transaction_id } = payment;
						const at = new Date(startedAtMs).toISOString();
						const about = { notification_id: notification.id, out_trade_no, transaction_id };
						deliveries.push({ ...about, url, copy, attempt, at, ...answer });
						this.log.push(deliveries.at(-1) as Delivery);
					}),
				),
			),
		);
		this.underWay.add(all);
		const acknowledged = await all.finally(() => this.underWay.delete(all));
		return { acknowledged: acknowledged.every(Boolean), deliveries };
	}

	deliveries({ out_trade_no, transaction_id }: DeliveryFilter = {}): Delivery[] {
		return this.log.filter(
			(delivery) =>
				(out_trade_no === undefined || delivery.out_trade_no === out_trade_no) &&
				(transaction_id === undefined || delivery.transaction_id === transaction_id),
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
		notification: UnsignedNotification,
		copy: number,
		options: NotifyOptions,
		record: DeliveryPlan['record'],
	): DeliveryPlan {
		const { timeScale, sleep } = this.setting;
		const firstMs = (options.delayMs ?? 0) + (copy - 1) * (options.copySpacingMs ?? 0);
		return {
			waitsMs: [firstMs, ...resendWaitsMs(timeScale, options.maxResends)],
			prepare: () => signNotification(this.wechat, notification.body, options),
			post: async (request) => this.deliver(url, request),
			sleep,
			stopped: this.stopping.signal,
			record,
			now: this.wechat.now,
		};
	}
}
