import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { contentHash } from '../../../../tools/services/content-hash';

let root: string;

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'content-hash-'));
	mkdirSync(join(root, 'nodes', 'One'), { recursive: true });
	writeFileSync(join(root, 'nodes', 'One', 'one.ts'), 'export {};');
	writeFileSync(join(root, 'package.json'), '{}');
});

afterEach(() => rmSync(root, { recursive: true }));

const hash = async () => await contentHash(root, ['nodes', 'package.json', 'LICENSE']);

describe('the hash of what a tarball is made of', () => {
	it('stays the same while nothing changes', async () => {
		expect(await hash()).toBe(await hash());
	});

	it.each([
		['a changed file', () => writeFileSync(join(root, 'nodes', 'One', 'one.ts'), 'export { };')],
		['a new file', () => writeFileSync(join(root, 'nodes', 'two.ts'), '')],
		['a file that was missing', () => writeFileSync(join(root, 'LICENSE'), 'MIT')],
		['a file gone', () => rmSync(join(root, 'package.json'))],
	])('differs after %s', async (_what, change) => {
		const before = await hash();
		change();
		expect(await hash()).not.toBe(before);
	});

	it('does not see what lies elsewhere', async () => {
		const before = await hash();
		writeFileSync(join(root, 'notes.txt'), 'not of the package');
		expect(await hash()).toBe(before);
	});
});
