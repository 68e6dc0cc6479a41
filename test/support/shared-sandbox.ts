import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { createSandbox, issueCredentials, type Credentials, type Sandbox } from '../../sandbox';

const MCHID = '1900000001';
/** Of certificates in tests that have the real clock. */
const AN_HOUR_MS = 3_600_000;

/**
 * Keys and certificates of a merchant and its WeChat, made once a test run: they take half a second.
 *
 * @param nowMs when they are issued; now unless given
 */
export async function sharedCredentials(nowMs?: number): Promise<Credentials> {
	const at = nowMs ?? Math.floor(Date.now() / AN_HOUR_MS) * AN_HOUR_MS;
	const folder = process.env.TEST_KEYS;
	if (!folder) return await issueCredentials(MCHID, at);
	const file = join(folder, `${at}.json`);
	const known = await readFile(file, 'utf8').catch(() => undefined);
	if (known) return fromText(known);
	const issued = await issueCredentials(MCHID, at);
	const own = `${file}.${process.pid}`;
	await writeFile(own, toText(issued));
	await rename(own, file);
	return issued;
}

type Options = NonNullable<Parameters<typeof createSandbox>[0]>;

/** A sandbox with the keys that the test run shares. */
export async function sharedSandbox(options: Options = {}): Promise<Sandbox> {
	const credentials = await sharedCredentials(options.now?.());
	return await createSandbox({ credentials, ...options });
}

const isKey = (value: unknown): value is KeyObject =>
	typeof value === 'object' && value !== null && 'asymmetricKeyType' in value;

/** Dates and keys are marked, so that they come back as what they are. */
function toText(credentials: Credentials): string {
	return JSON.stringify(credentials, function (this: Record<string, unknown>, name, text: unknown) {
		const value = this[name];
		if (value instanceof Date) return { date: value.getTime() };
		if (isKey(value)) return { key: value.export({ type: 'pkcs8', format: 'pem' }) };
		return text;
	});
}

function fromText(text: string): Credentials {
	return JSON.parse(text, (_, value: { date?: number; key?: string } | null) => {
		if (value?.date !== undefined) return new Date(value.date);
		if (value?.key !== undefined) return createPrivateKey(value.key);
		return value;
	}) as Credentials;
}
