import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { demoPayments } from '../demo/payments';
import type { Template } from '../package/template-check';
import type { Album } from './picture';

const workflows = join(__dirname, '..', '..', 'workflows');

/** What the pictures should show and do not, one sentence each. */
export async function checkAlbum({ taken }: Album): Promise<string[]> {
	const text = (name: string): string => taken.get(`${name}.png`) ?? '';
	const problems: string[] = [];
	for (const file of await readdir(workflows)) {
		const { nodes } = JSON.parse(await readFile(join(workflows, file), 'utf8')) as Template;
		const shown = text(`template-${file.replace('.json', '')}`);
		for (const { name, type } of nodes) {
			if (type.endsWith('.stickyNote') || shown.includes(name)) continue;
			problems.push(`The picture of ${file} does not show the node ${name}.`);
		}
	}
	const payments = demoPayments().length;
	// One line each in the list, and one over the run that is open.
	const succeeded = text('order-run').match(/^Succeeded/gm)?.length ?? 0;
	if (succeeded !== payments + 1) {
		problems.push(`order-run shows ${succeeded} times "Succeeded", not ${payments + 1} times.`);
	}
	const paid = payments + 1;
	const orders = text('phone').match(/\bS\d{5}\b/g)?.length ?? 0;
	for (const line of [`My orders (${paid})`, `${paid} of ${paid}`]) {
		if (!text('phone').includes(line)) problems.push(`phone does not show "${line}".`);
	}
	if (orders !== paid) problems.push(`phone shows ${orders} order numbers, not ${paid}.`);
	return problems;
}
