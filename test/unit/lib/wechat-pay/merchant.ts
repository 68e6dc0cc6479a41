import type { WechatPayAccount } from '../../../../lib/wechat-pay/keys/account';
import { openAccount } from '../../../../lib/wechat-pay/keys/open-account';
import type { Headers } from '../../../../lib/wechat-pay/keys/signature';
import type { LinesFrom } from '../../../../lib/wechat-pay/notification/items';
import {
	receiveNotification,
	type Received,
} from '../../../../lib/wechat-pay/receive-notification';
import type { PreparedRequest, Sandbox } from '../../../../sandbox/index';
import { sharedSandbox } from '../../../support/shared-sandbox';

/** Unix seconds at which everything in these tests happens. */
export const NOW = 1_795_300_000;

/** A merchant and the WeChat that it deals with: the sandbox signs and encrypts with code of its own. */
export interface Merchant {
	sandbox: Sandbox;
	account: WechatPayAccount;
}

export async function openMerchant(
	keyMode: 'certificate' | 'publicKey' = 'certificate',
): Promise<Merchant> {
	const sandbox = await sharedSandbox({ keyMode, now: () => NOW * 1000 });
	return { sandbox, account: openAccount(sandbox.credential) };
}

/** Header names as Node hands them over. */
export function lowerCase(headers: Record<string, string>): Headers {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
	);
}

export function receive(
	{ account }: Merchant,
	request: PreparedRequest,
	linesFrom: LinesFrom = 'attach',
): Received {
	const body = Buffer.from(request.body);
	return receiveNotification(body, lowerCase(request.headers), { ...account, linesFrom }, NOW);
}

/** The status and the code of a refusal, or what it was instead. */
export function verdict(received: Received): string {
	return received.kind === 'refused' ? `${received.status} ${received.error.code}` : received.kind;
}
