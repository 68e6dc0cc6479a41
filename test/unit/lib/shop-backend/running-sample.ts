import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

const SAMPLE = join(__dirname, '../../../../docs/samples/shop-backend.mjs');

/** The sample of the documentation, run as its reader would run it. */
export async function runSample(): Promise<{ url: string; secret: string; stop(): void }> {
	const secret = `whsec_${randomBytes(32).toString('base64')}`;
	const env = { ...process.env, SECRET: secret, PORT: '0' };
	const server = spawn(process.execPath, [SAMPLE], { env, stdio: ['ignore', 'pipe', 'inherit'] });
	const url = await new Promise<string>((resolve, reject) => {
		server.once('exit', () => reject(new Error('The sample ended')));
		server.stdout?.once('data', (line: Buffer) =>
			resolve(/http:\S+/.exec(String(line))?.[0] ?? ''),
		);
	});
	return { url, secret, stop: () => void server.kill() };
}
