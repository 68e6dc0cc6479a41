import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { writeCharts } from '../../../../tools/rehearsal/charts';
import { report } from './a-report';

it('writes each chart as a picture that stands alone', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'charts-'));
	try {
		const paths = await writeCharts(report(), join(folder, 'new'), 'viral-workflow');
		expect(paths.map((path) => basename(path))).toEqual([
			'viral-workflow-acknowledged.svg',
			'viral-workflow-reserved.svg',
			'viral-workflow-over-time.svg',
		]);
		for (const path of paths) {
			const picture = await readFile(path, 'utf8');
			expect(picture).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]+><style>/);
			expect(picture).toMatch(/<rect|<polyline/);
			expect(picture).not.toMatch(/NaN|undefined|Infinity/);
		}
	} finally {
		await rm(folder, { recursive: true });
	}
});
