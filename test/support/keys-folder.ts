import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Before the first unit test file: a folder for the key pairs that all files share. */
export default async function makeKeysFolder(): Promise<void> {
	process.env.TEST_KEYS = await mkdtemp(join(tmpdir(), 'wechat-odoo-keys-'));
}

/** After the last one. */
export async function removeKeysFolder(): Promise<void> {
	if (process.env.TEST_KEYS) await rm(process.env.TEST_KEYS, { recursive: true, force: true });
}
