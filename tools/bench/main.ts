import { readdirSync } from 'node:fs';

import { reasonOf } from '../services/reason';
import { cleanUp } from '../services/processes';
import { passes, report, type Metric } from './metric';

/** Modules of this folder that are not benchmarks themselves. */
const PARTS = [
	'main',
	'metric',
	'burst',
	'odoo-by-hand',
	'odoo-through-n8n',
	'odoo-client',
	'odoo-lanes',
	'odoo-growth',
	'receive',
	'receive-ways',
	'hostile-xml',
	'acknowledge',
	'acknowledge-workflows',
	'acknowledge-metrics',
	'chosen-cells',
	'stock-rounds',
	'shop-workflows',
];

const benchmarks = readdirSync(__dirname)
	.map((file) => file.replace(/\.ts$/, ''))
	.filter((name) => !PARTS.includes(name));

async function main(name: string | undefined, words: string[]): Promise<number> {
	if (!name || !benchmarks.includes(name)) {
		process.stderr.write(`Usage: npm run bench -- NAME, one of: ${benchmarks.join(', ')}\n`);
		return 2;
	}
	const { run } = (await import(`./${name}`)) as { run(words: string[]): Promise<Metric[]> };
	const metrics = await run(words);
	process.stdout.write(report(name, metrics));
	return metrics.every(passes) ? 0 : 1;
}

void main(process.argv[2], process.argv.slice(3))
	.catch((error: unknown) => {
		process.stderr.write(`${reasonOf(error)}\n`);
		return 1;
	})
	.then(async (status) => {
		await cleanUp();
		process.exit(status);
	});
