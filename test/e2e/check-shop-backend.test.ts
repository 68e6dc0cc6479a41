import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { npm } from '../../tools/services/n8n-npm';
import { packTarball } from '../../tools/services/pack';
import { findPhp } from '../../tools/services/php';
import { progressFor } from '../../tools/services/progress';
import {
	runPhpSample,
	runSample,
	type RunningSample,
} from '../unit/lib/shop-backend/running-sample';

let folder: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'check-shop-backend-'));
	const tarball = await packTarball(progressFor('package'));
	await npm(['install', '--prefix', folder, '--omit=dev', '--legacy-peer-deps', tarball], {
		cwd: folder,
	});
}, 600_000);
afterAll(async () => await rm(folder, { recursive: true, force: true }));

/** Runs the command of the published package, as a shop's integrator would. */
const check = async (url: string, secret: string, args: string[]) => {
	const command = join(folder, 'node_modules', '.bin', 'check-shop-backend');
	const env = { ...process.env, SHOP_BACKEND_SECRET: secret };
	return await promisify(execFile)(command, [url, ...args], { env }).then(
		({ stdout }) => ({ code: 0, stdout }),
		({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
	);
};

describe.each<[string, () => Promise<RunningSample>]>([
	['Node', runSample],
	['PHP', async () => await runPhpSample(await findPhp(progressFor('php')))],
])('check-shop-backend of the packed package, against the sample in %s', (_, run) => {
	let sample: RunningSample;
	beforeAll(async () => (sample = await run()), 300_000);
	afterAll(() => sample?.stop());

	it('finds nothing wrong', async () => {
		const args = ['--order', 'SHOP20261122000001', '--paid', '24800', '--sku', 'CAP-BLK'];
		const { code, stdout } = await check(sample.url, sample.secret, args);
		expect(stdout).toMatch(/\d+ passed, 0 failed, 0 not checked/);
		expect(code).toBe(0);
	}, 60_000);

	it('names what fails with another secret', async () => {
		const other = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
		const { code, stdout } = await check(sample.url, other, []);
		expect(code).toBe(1);
		expect(stdout).toMatch(/answers the ping[\s\S]*401/);
	}, 60_000);
});
