import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Sandbox } from '../platform/sandbox';

/** Where the files lie that a merchant downloads from WeChat; only their owner can read them. */
export interface KeyFiles {
	privateKey: string;
	pkcs12: string;
	/** Text for the credential's field of that name: the platform certificate and the public key. */
	verificationKeys: string;
	remove: () => Promise<void>;
}

/** Writes them to a new folder below the system's temporary one. */
export async function writeKeyFiles(sandbox: Sandbox): Promise<KeyFiles> {
	const folder = await mkdtemp(join(tmpdir(), 'wechat-sandbox-'));
	await chmod(folder, 0o700);
	const write = async (name: string, content: string | Buffer): Promise<string> => {
		const path = join(folder, name);
		await writeFile(path, content, { mode: 0o600 });
		return path;
	};
	const { privateKeyPem, privateKeyPkcs12Base64 } = sandbox.merchant;
	return {
		privateKey: await write('apiclient_key.pem', privateKeyPem),
		pkcs12: await write('apiclient_cert.p12', Buffer.from(privateKeyPkcs12Base64, 'base64')),
		verificationKeys: await write('verification_keys.pem', sandbox.credential.verificationKeys),
		remove: async () => rm(folder, { recursive: true, force: true }),
	};
}
