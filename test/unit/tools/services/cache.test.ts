import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describeInstall, installMark, installOnce } from '../../../../tools/services/cache';

let base: string;
let folder: string;
beforeEach(async () => {
	base = await mkdtemp(join(tmpdir(), 'install-once-'));
	folder = join(base, 'service');
});
afterEach(async () => await rm(base, { recursive: true, force: true }));

const quiet = () => undefined;
const install = (content: string, recipe = 'one') =>
	installOnce(folder, recipe, quiet, async (path) => {
		expect(await readdir(path)).toEqual([]);
		await writeFile(join(path, 'program'), content);
	});
const program = async () => await readFile(join(folder, 'program'), 'utf8');

test('a finished install is kept, another recipe replaces it', async () => {
	await install('first');
	await install('second');
	expect(await program()).toBe('first');
	await install('third', 'two');
	expect(await program()).toBe('third');
});

test('an install without its completion mark is redone', async () => {
	await install('first');
	await rm(installMark(folder));
	await install('second');
	expect(await program()).toBe('second');
});

test('a failed install is not taken for a finished one', async () => {
	const broken = installOnce(folder, 'one', quiet, async (path) => {
		await writeFile(join(path, 'half'), '');
		throw new Error('no space left');
	});
	await expect(broken).rejects.toThrow('no space left');
	expect(await describeInstall(folder, 'program')).toEqual([]);
	await install('second');
	expect(await program()).toBe('second');
});

test('of two that install at once, one does it and the other waits', async () => {
	await Promise.all([install('same'), install('same')]);
	expect(await readdir(base)).toEqual(['service']);
	expect(await program()).toBe('same');
});

test('the lock of a process that is gone does not block', async () => {
	await mkdir(`${folder}.lock`);
	const longAgo = new Date(Date.now() - 60_000);
	await utimes(`${folder}.lock`, longAgo, longAgo);
	const said: string[] = [];
	await installOnce(
		folder,
		'one',
		(message) => said.push(message),
		async () => {},
	);
	expect(existsSync(installMark(folder))).toBe(true);
	expect(said).toEqual([]);
});
