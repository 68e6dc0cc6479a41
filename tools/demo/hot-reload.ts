import { join } from 'node:path';

import execa from 'execa';

import type { N8nServer } from '../services/n8n';

const root = join(__dirname, '..', '..');

/** Settings with which n8n loads a package's nodes again after their files have changed. */
export const HOT_RELOAD = { NODE_ENV: 'development', N8N_DEV_RELOAD: 'true' };

/** Compiles this checkout into the package of a running n8n, now and after each change, until this process ends. */
export function compileOnChange({ userFolder }: Pick<N8nServer, 'userFolder'>): void {
	const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
	const dist = join(userFolder, '.n8n', 'nodes', 'node_modules', 'n8n-nodes-wechat-odoo', 'dist');
	const watch = ['-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput', '--outDir', dist];
	// It ends with this process, which it then reports as a failure.
	void execa('node', [tsc, ...watch], { cwd: root, stdio: 'inherit' }).catch(() => undefined);
}
