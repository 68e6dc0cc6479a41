import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freeDiskMegabytes } from '../../../../../nodes/shared/receiving/free-disk';

test('the room that n8n has left is that of the disk of its folder', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'free-disk-'));
	try {
		await mkdir(join(folder, '.n8n'));
		expect(await freeDiskMegabytes({ N8N_USER_FOLDER: folder })).toBeGreaterThan(0);
	} finally {
		await rm(folder, { recursive: true });
	}
});

test('the room is unknown where n8n has no such folder', async () => {
	expect(await freeDiskMegabytes({ N8N_USER_FOLDER: '/nowhere' })).toBeNull();
});
