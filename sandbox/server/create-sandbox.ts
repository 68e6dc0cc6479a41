import { randomBytes } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

import { complaintEvent } from '../notifications/complaint-event';
import { issueCredentials } from '../keys/credentials';
import { USUAL_FEE } from '../payments/fees';
import { NotificationSender } from '../delivery/sender';
import { identity } from '../merchant/identity';
import { createPhone } from '../phone/phone';
import { platformKeys } from '../keys/platform-keys';
import { platformSide } from '../platform/actions';
import { ALPHANUMERIC, randomText } from '../core/random';
import { signingShares } from '../keys/signing-shares';
import type { Sandbox, SandboxOptions } from '../platform/sandbox';
import { createWeChat, type WeChat } from '../platform/wechat';
import { listen } from './listen';
import { sandboxApp } from './sandbox-app';

const MCHID = '1900000001';
const APPID = 'wx0123456789abcdef';

/** Starts a sandbox on the loopback address. Its state is gone when it stops. */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const wechat = await openWeChat(options);
	const { sleep = async (ms, signal) => wait(ms, undefined, { signal }) } = options;
	const sender = new NotificationSender(wechat, {
		timeScale: options.timeScale ?? 1,
		timeoutMs: options.notifyTimeoutMs ?? 5000,
		sleep,
	});
	const keys = platformKeys(wechat);
	const phone = createPhone(wechat, options.notifyUrl);
	const actions = platformSide(wechat, sender, phone);
	wechat.notifyRefund = (refund, url, as) => void actions.notify(refund, { url, as });
	wechat.notifyComplaint = (notice) => {
		const { url } = wechat.complaints;
		if (url !== undefined) void actions.notify(complaintEvent(notice), { url });
	};
	const closing = new AbortController();
	// Every slow answer listens.
	setMaxListeners(0, closing.signal);
	const pause = async (ms: number): Promise<void> => sleep(ms, closing.signal);
	const app = sandboxApp(wechat, { ...actions, keys }, pause);
	const server = await listen(app, options.port ?? 0);
	wechat.apiUrl = server.url;
	// Assigned to, not spread: which keys there are changes over time.
	return Object.assign(keys, {
		url: server.url,
		...identity(wechat, server.url),
		...actions,
		stop: async () => {
			await sender.stop();
			closing.abort();
			await server.close();
		},
	});
}

async function openWeChat(options: SandboxOptions): Promise<WeChat> {
	const random = options.random ?? randomBytes;
	const hostNow = options.now ?? Date.now;
	const now = (): number => hostNow() + (options.clockOffsetMs ?? 0);
	const mchid = options.mchid ?? options.credentials?.mchid ?? MCHID;
	const credentials = options.credentials ?? (await issueCredentials(mchid, now(), random));
	const setting = {
		mchid,
		appid: options.appid ?? APPID,
		apiV3Key: options.apiV3Key ?? randomText(random, 32, ALPHANUMERIC),
		apiV2Key: options.apiV2Key ?? randomText(random, 32, ALPHANUMERIC),
		keyMode: options.keyMode ?? 'certificate',
		credentials,
		shares: signingShares(options.shares),
		billSchedule: options.billSchedule ?? 'immediate',
		settlementCurrency: options.settlementCurrency ?? 'USD',
		feeRates: options.feeRates ?? USUAL_FEE,
		payoutFrom: options.payoutFrom ?? 0,
		now,
		random,
	};
	return createWeChat(setting, options.serverApi);
}
