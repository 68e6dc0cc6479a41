// Runs a command of this project, installing the dependencies first where they are missing or
// older than the lockfile, so that every npm script works on a fresh clone.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'node_modules', '.installed-lockfile');
const lockHash = createHash('sha256')
	.update(readFileSync(join(root, 'package-lock.json')))
	.digest('hex');

const run = (command, args) => {
	const { status, signal, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
	if (error) throw error;
	return signal ? 130 : (status ?? 1);
};

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lockHash) {
	console.log('Installing the development dependencies (about two minutes, once)…');
	const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
	const status = run(npm, ['ci', '--loglevel=error']);
	if (status !== 0) process.exit(status);
	writeFileSync(stamp, lockHash);
}

// Ctrl-C reaches the child through the terminal; it needs the time to stop what it started.
process.on('SIGINT', () => {});
const [program, ...args] = process.argv.slice(2);
process.exit(run(join(root, 'node_modules', '.bin', program), args));
