import { statfs } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

const BYTES_IN_MEGABYTE = 1024 * 1024;

/**
 * Free megabytes on the disk where n8n keeps its database (SQLite) and its files; null where it cannot be
 * measured. A full disk stops n8n from storing executions, so that no workflow can raise the alarm any more.
 */
export async function freeDiskMegabytes(env: NodeJS.ProcessEnv): Promise<number | null> {
	try {
		const { bavail, bsize } = await statfs(join(env.N8N_USER_FOLDER || homedir(), '.n8n'));
		return Math.floor((bavail * bsize) / BYTES_IN_MEGABYTE);
	} catch {
		return null;
	}
}
