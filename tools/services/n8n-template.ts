import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { cacheFolder, installOnce } from './cache';
import { n8nEnvironment } from './n8n-environment';
import { N8N_VERSION, type N8nInstall } from './n8n-install';
import { startN8nProcess } from './n8n-process';
import { n8nRest } from './n8n-rest';
import { freePort } from './ports';
import { withSignsOfLife, type Progress } from './progress';

/** The first user of an n8n, who may do everything. */
export interface N8nOwner {
	email: string;
	password: string;
}

/** What makes an n8n's state: its encryption key and its database with the journals. */
const STATE = /^(config|database\.sqlite.*)$/;

/**
 * Makes a user folder with an n8n that is migrated and has its owner, from a template in the
 * cache: a new database takes 20 s to migrate, a copied one none.
 */
export async function newUserFolder(
	userFolder: string,
	install: N8nInstall,
	progress: Progress,
): Promise<N8nOwner> {
	const template = cacheFolder(`n8n-${N8N_VERSION}-template`);
	await installOnce(template, install.recipe, progress, async () => {
		await withSignsOfLife(progress, 'preparing an n8n database, once', async () => {
			await fillTemplate(template, install);
		});
	});
	await cp(join(template, '.n8n'), join(userFolder, '.n8n'), { recursive: true });
	return JSON.parse(await readFile(join(template, 'owner.json'), 'utf8')) as N8nOwner;
}

/** Gives an n8n whose database is new its first user. */
export async function setUpOwner(url: string, owner: N8nOwner): Promise<void> {
	const body = { ...owner, firstName: 'Local', lastName: 'Owner' };
	await n8nRest(url).call('POST', '/rest/owner/setup', body);
}

async function fillTemplate(template: string, install: N8nInstall): Promise<void> {
	const userFolder = await mkdtemp(join(tmpdir(), 'n8n-template-'));
	const owner = {
		email: 'owner@example.com',
		// n8n asks for a digit and a capital.
		password: `N8n-${randomBytes(9).toString('base64url')}`,
	};
	try {
		const port = await freePort();
		const nodeBinFolder = install.node.binFolder;
		const settings = { userFolder, port, brokerPort: await freePort(), nodeBinFolder };
		const env = n8nEnvironment(settings, process.env);
		const n8n = await startN8nProcess(install, env, join(template, 'n8n.log'));
		try {
			await setUpOwner(`http://127.0.0.1:${port}`, owner);
		} finally {
			await n8n.stop();
		}
		await mkdir(join(template, '.n8n'));
		for (const name of await readdir(join(userFolder, '.n8n'))) {
			if (STATE.test(name)) {
				await cp(join(userFolder, '.n8n', name), join(template, '.n8n', name));
			}
		}
		await writeFile(join(template, 'owner.json'), JSON.stringify(owner), { mode: 0o600 });
	} finally {
		await rm(userFolder, { recursive: true, force: true });
	}
}
