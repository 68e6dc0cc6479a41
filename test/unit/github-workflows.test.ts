import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Job {
	permissions?: Record<string, string>;
	steps?: Array<{ uses?: string; run?: string }>;
}

const folder = join(__dirname, '../../.github/workflows');
const files = readdirSync(folder).filter((name) => name.endsWith('.yml'));
const jobsOf = (file: string) =>
	(parse(readFileSync(join(folder, file), 'utf8')) as { jobs: Record<string, Job> }).jobs;

it.each(files)('%s pins each action to a commit', (file) => {
	for (const { steps = [] } of Object.values(jobsOf(file))) {
		for (const { uses } of steps) if (uses) expect(uses).toMatch(/^[\w./-]+@[0-9a-f]{40}$/);
	}
});

it('publishes from a job that builds and installs nothing', () => {
	const { publish, build } = jobsOf('publish.yml');
	expect(publish?.permissions?.['id-token']).toBe('write');
	expect(build?.permissions).toBeUndefined();
	const commands = publish?.steps?.flatMap(({ run = [] }) => run) ?? [];
	expect(commands).toHaveLength(1);
	expect(commands[0]).toMatch(/^npm publish --ignore-scripts /);
	expect(publish?.steps?.some(({ uses }) => uses?.startsWith('actions/checkout'))).toBe(false);
});
