import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SAMPLES = join(__dirname, '../../../../docs/samples');
const QUIET = ['ignore', 'pipe', 'inherit'] as const;

export interface RunningSample {
	url: string;
	secret: string;
	stop(): void;
}

const newSecret = () => `whsec_${randomBytes(32).toString('base64')}`;

/** The sample of the documentation in Node, run as its reader would run it. */
export async function runSample(): Promise<RunningSample> {
	const secret = newSecret();
	const env = { ...process.env, SECRET: secret, PORT: '0' };
	const file = join(SAMPLES, 'shop-backend.mjs');
	const server = spawn(process.execPath, [file], { env, stdio: [...QUIET] });
	const url = await addressOf(server, server.stdout);
	return { url, secret, stop: () => void server.kill() };
}

/** The sample in PHP, with its stock in a new file. @param php path of the program */
export async function runPhpSample(php: string): Promise<RunningSample> {
	const secret = newSecret();
	const folder = mkdtempSync(join(tmpdir(), 'shop-backend-'));
	const env = { ...process.env, SECRET: secret, STOCK_FILE: join(folder, 'stock.json') };
	const args = ['-S', '127.0.0.1:0', join(SAMPLES, 'shop-backend.php')];
	const server = spawn(php, args, { env, stdio: ['ignore', 'inherit', 'pipe'] });
	const stop = () => {
		server.kill();
		rmSync(folder, { recursive: true, force: true });
	};
	return { url: await addressOf(server, server.stderr), secret, stop };
}

/** The address that a server prints when it is ready. */
async function addressOf(server: ChildProcess, output: NodeJS.ReadableStream): Promise<string> {
	return await new Promise<string>((resolve, reject) => {
		server.once('exit', () => reject(new Error('The sample ended')));
		let text = '';
		output.on('data', (more: Buffer) => {
			text += String(more);
			const [url] = /http:\/\/[\d.]+:\d+/.exec(text) ?? [];
			if (url) resolve(url);
		});
	});
}
