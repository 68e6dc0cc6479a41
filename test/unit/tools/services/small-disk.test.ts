import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { smallDisk, type SmallDisk } from '../../../../tools/services/small-disk';

let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'small-disk-'));
});

afterEach(async () => {
	await rm(folder, { recursive: true });
});

it('takes not a byte more when filled, has room again, and may be removed twice; or says what it lacks', async () => {
	const file = join(folder, 'file');
	let disk: SmallDisk;
	try {
		disk = await smallDisk(folder, 2);
	} catch (error) {
		expect(error).toMatchObject({ code: 'NO_DISK_TO_FILL' });
		return;
	}
	const makeRoom = await disk.fill();
	await expect(writeFile(file, 'a')).rejects.toThrow('ENOSPC');
	await makeRoom();
	await writeFile(file, 'a');
	await disk.remove();
	await disk.remove();
	expect(await readdir(folder)).toEqual([]);
});
