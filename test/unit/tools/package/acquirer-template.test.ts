import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import {
	ACQUIRERS,
	AFTER_RECORDING,
	FROM_ACQUIRER,
} from '../../../../tools/package/acquirer-nodes';
import { acquirerTemplate, sharedNodes } from '../../../../tools/package/acquirer-template';
import type { Template } from '../../../../tools/package/template-check';

const folder = join(__dirname, '../../../../workflows');
const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Template;
const ordering = read('ordering.json');

describe.each(ACQUIRERS)('the template of $title', (acquirer) => {
	const file = `ordering-${acquirer.name}.json`;
	const made = acquirerTemplate(ordering, acquirer);
	if (process.env.UPDATE_PAGES) {
		writeFileSync(join(folder, file), `${JSON.stringify(made, null, '\t')}\n`);
	}

	it('shares everything behind the trigger with the ordering template (UPDATE_PAGES=1 writes it)', () => {
		expect(existsSync(join(folder, file))).toBe(true);
		expect(read(file)).toEqual(made);
	});

	it('leads every output of every shared node to where the ordering template leads it', () => {
		const names = sharedNodes(ordering);
		expect(names).toEqual(
			expect.arrayContaining(['SKU Map', 'Record Paid Order', 'Record Refund', 'Is a Refund']),
		);
		for (const name of names) {
			if (['Acknowledge Notification', 'Record Refund'].includes(name)) continue;
			expect(made.connections[name]?.main).toEqual(ordering.connections[name]?.main ?? []);
		}
	});

	it('refuses a refund that could not be recorded, so that it is sent again, without a to-do', () => {
		const [recorded, review, failed] = made.connections['Record Refund']?.main ?? [];
		expect([recorded, review]).toEqual(ordering.connections['Record Refund']?.main?.slice(0, 2));
		expect(failed?.map(({ node }) => node)).toEqual(['Refuse Notification']);
	});

	it('answers the acquirer whichever output an event leaves by', () => {
		const outputs = made.connections[FROM_ACQUIRER]?.main?.map((ends) => ends?.length);
		expect(outputs).toEqual([1, 1, 1, 1]);
		expect(made.connections['Acknowledge Notification']?.main).toEqual([
			[{ node: AFTER_RECORDING, type: 'main', index: 0 }],
		]);
		const codes = made.nodes
			.filter(({ type }) => type === 'n8n-nodes-base.respondToWebhook')
			.map(({ name, parameters }) => [name, parameters['options']]);
		expect(Object.fromEntries(codes)).toEqual({
			[AFTER_RECORDING]: { responseCode: 200 },
			'Answer: No Order': { responseCode: 200 },
			'Answer: Refused': { responseCode: 401 },
		});
	});

	it('connects only nodes that it has', () => {
		const names = made.nodes.map(({ name }) => name);
		const named = Object.values(made.connections).flatMap(({ main = [] }) =>
			main.flatMap((ends) => (ends ?? []).map(({ node }) => node)),
		);
		expect(named.filter((name) => !names.includes(name))).toEqual([]);
	});
});
