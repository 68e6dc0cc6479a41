import { createDecipheriv, createPublicKey, createVerify, randomUUID, sign } from 'node:crypto';

import type { Sandbox } from '../../../sandbox';

/** A merchant in a few lines of `node:crypto`, who knows nothing of the sandbox's own code. */
export function decrypt(
	resource: { ciphertext: string; nonce: string; associated_data: string },
	apiV3Key: string,
): string {
	const bytes = Buffer.from(resource.ciphertext, 'base64');
	const decipher = createDecipheriv('aes-256-gcm', apiV3Key, resource.nonce);
	decipher.setAAD(Buffer.from(resource.associated_data));
	decipher.setAuthTag(bytes.subarray(-16));
	return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString();
}

/** Whether the `Wechatpay-*` headers fit the body, with the key that they name; false for an unknown one. */
export function isGenuine(
	sandbox: Sandbox,
	headers: Record<string, string | undefined>,
	body: string,
): boolean {
	const lower = Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value ?? '']),
	);
	const named = sandbox.verificationKeys.find(({ id }) => id === lower['wechatpay-serial']);
	const key = named && createPublicKey(named.pem);
	return (
		key !== undefined &&
		createVerify('RSA-SHA256')
			.update(`${lower['wechatpay-timestamp']}\n${lower['wechatpay-nonce']}\n${body}\n`)
			.verify(key, lower['wechatpay-signature'] ?? '', 'base64')
	);
}

export interface Signing {
	mchid?: string;
	serialNo?: string;
	timestamp?: number;
	/** Sign for another path, method or body than is sent. */
	signedTarget?: string;
	signedMethod?: string;
	signedBody?: string;
	privateKeyPem?: string;
}

/** The `Authorization` header of a request: a GET, unless the signing says otherwise. */
export function authorization(
	{ merchant }: Sandbox,
	target: string,
	signing: Signing = {},
): string {
	const timestamp = signing.timestamp ?? Math.floor(Date.now() / 1000);
	const nonce = randomUUID().replaceAll('-', '');
	const text = `${signing.signedMethod ?? 'GET'}\n${signing.signedTarget ?? target}\n${timestamp}\n${nonce}\n${signing.signedBody ?? ''}\n`;
	const key = signing.privateKeyPem ?? merchant.privateKeyPem;
	const signature = sign('RSA-SHA256', Buffer.from(text), key).toString('base64');
	const { mchid = merchant.mchid, serialNo = merchant.serialNo } = signing;
	return `WECHATPAY2-SHA256-RSA2048 mchid="${mchid}",nonce_str="${nonce}",timestamp="${timestamp}",serial_no="${serialNo}",signature="${signature}"`;
}
