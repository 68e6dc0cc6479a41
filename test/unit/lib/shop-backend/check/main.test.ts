import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../../../..');

/** Runs the command as a person would, from its source. */
const run = (args: string[], secret = '') =>
	spawnSync(process.execPath, ['--require', 'tsx/cjs', 'lib/shop-backend/check/main.ts', ...args], {
		cwd: ROOT,
		encoding: 'utf8',
		env: { ...process.env, SHOP_BACKEND_SECRET: secret },
	});

it('explains itself to a person who gives no URL', () => {
	const { status, stderr } = run([]);
	expect(status).toBe(2);
	expect(stderr).toContain('Give one URL.');
	expect(stderr).toContain('check-shop-backend URL');
});

it('says which secret is wrong before it calls anybody', () => {
	const { status, stderr } = run(['http://127.0.0.1:9'], 'password');
	expect(status).toBe(2);
	expect(stderr).toContain('is not base64');
});
