import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '../../../sandbox');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
	file.endsWith('.ts'),
);

test('the sandbox shares types with lib, and no code', () => {
	const imports = files.flatMap((file) =>
		[
			...readFileSync(join(folder, file), 'utf8').matchAll(/^(.*)from '((?:\.\.\/)+lib\/.*)';$/gm),
		].map(([, what, from]) => ({ file, what: what ?? '', from })),
	);
	expect(imports.length).toBeGreaterThan(0);
	expect(imports.filter(({ what }) => !what.startsWith('import type '))).toEqual([]);
});
