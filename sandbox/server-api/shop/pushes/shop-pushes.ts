import type { DeliveryAnswer } from '../../../delivery/delivery';
import type { PreparedRequest } from '../../../notifications/options';
import { ALPHANUMERIC, chance, DIGITS, randomText, seededRandom } from '../../../core/random';
import type { WeChat } from '../../../platform/wechat';
import type { ShopEvent } from '../shop-event';
import { pushRequest, signPush, type PushSecrets } from './encrypt-push';
import { pushMessage } from './push-message';

/** How events are pushed. */
export interface PushOptions {
	url: string;
	/** How many senders deliver each event, each with its own resends: 1. */
	copies?: number;
	/** Share of the events that get lost: 0. */
	lost?: number;
	/** Events wait up to that long, each another time, so that they arrive out of order: 0. Milliseconds. */
	shuffleMs?: number;
	/** Resends at most, of WeChat's 9. */
	maxResends?: number;
}

/** One line of the log of pushes. */
export interface PushDelivery extends DeliveryAnswer {
	event: ShopEvent;
	/** Null for an event that got lost. */
	copy: number | null;
	attempt: number;
	/** ISO 8601. */
	at: string;
}

/** The message push of the WeChat Shop. */
export interface ShopPushes {
	secrets: PushSecrets;
	/** Pushes every event from now on. Undefined ends it. */
	pushTo(options: PushOptions | undefined): void;
	/** Pushes one event. Resolves to whether all copies were acknowledged. */
	push(event: ShopEvent, options: PushOptions): Promise<boolean>;
	/** The request that would push an event now. */
	preparePush(event: ShopEvent): PreparedRequest & { query: Record<string, string> };
	/** The check that WeChat makes when the merchant saves the address. */
	checkAddress(url: string): Promise<boolean>;
	/** Every attempt so far, the oldest first. */
	pushed(): PushDelivery[];
}

/** Name of the account, as WeChat's messages are addressed. */
const SHOP = 'gh_0123456789ab';
/** Seconds before each of the 9 resends: about 3.6 hours in all. */
const RESEND_WAITS_S = [0, 0, 10, 60, 300, 1800, 3600, 3600, 3600];

const LOST = { status: null, body: '', latency_ms: 0, failure: 'stopped', acknowledged: false };

/** What delivers a request until it is acknowledged. */
export interface PushTransport {
	deliverUntil(
		url: string,
		prepare: () => PreparedRequest,
		waits: { firstMs: number; waitsS: readonly number[] },
		record: (made: { attempt: number; startedAtMs: number }, answer: DeliveryAnswer) => void,
	): Promise<boolean>;
}

export function shopPushes(wechat: WeChat, sender: PushTransport): ShopPushes {
	const { random, serverApi } = wechat;
	const { appid } = serverApi.shopAccount;
	// Of their own source: what else is random stays the same for the same seed.
	const own = seededRandom(serverApi.shopAccount.secret);
	const secrets: PushSecrets = {
		token: randomText(own, 16, ALPHANUMERIC),
		encodingAesKey: randomText(own, 43, ALPHANUMERIC),
	};
	const log: PushDelivery[] = [];
	let target: PushOptions | undefined;

	const stamp = () => ({
		timestamp: Math.floor(wechat.now() / 1000),
		nonce: randomText(random, 10, DIGITS),
		random: random(16),
	});
	/** What an event says stays the same over all its deliveries. */
	const writer = (event: ShopEvent) => {
		const text = pushMessage(event, SHOP, wechat.now());
		const to = { appid, shop: SHOP, openid: event.openid };
		return () => pushRequest(text, to, secrets, stamp());
	};
	const push = async (event: ShopEvent, options: PushOptions): Promise<boolean> => {
		if (chance(random, options.lost ?? 0)) {
			const at = new Date(wechat.now()).toISOString();
			log.push({ event, copy: null, attempt: 0, at, ...LOST } as PushDelivery);
			return false;
		}
		const copies = Array.from({ length: options.copies ?? 1 }, (_, index) => index + 1);
		const prepare = writer(event);
		const delivered = copies.map(async (copy) => {
			const firstMs = (random(4).readUInt32BE(0) / 2 ** 32) * (options.shuffleMs ?? 0);
			const waitsS = RESEND_WAITS_S.slice(0, options.maxResends);
			return await sender.deliverUntil(
				options.url,
				prepare,
				{ firstMs, waitsS },
				(made, answer) => {
					const at = new Date(made.startedAtMs).toISOString();
					log.push({ event, copy, attempt: made.attempt, at, ...answer });
				},
			);
		});
		return (await Promise.all(delivered)).every(Boolean);
	};
	serverApi.shop.listeners.push((event) => {
		if (target) void push(event, target);
	});
	return {
		secrets,
		pushTo: (options) => void (target = options),
		push,
		preparePush: (event) => writer(event)(),
		checkAddress: async (url) => await checkAddress(url, secrets, stamp(), random),
		pushed: () => [...log],
	};
}

async function checkAddress(
	url: string,
	{ token }: PushSecrets,
	{ timestamp, nonce }: { timestamp: number; nonce: string },
	random: WeChat['random'],
): Promise<boolean> {
	const echostr = randomText(random, 19, DIGITS);
	const signature = signPush([token, String(timestamp), nonce]);
	const query = new URLSearchParams({ signature, timestamp: String(timestamp), nonce, echostr });
	const answer = await fetch(`${url}?${query.toString()}`);
	return answer.status === 200 && (await answer.text()) === echostr;
}
