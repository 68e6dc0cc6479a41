import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { createSandbox } from '../../../sandbox';
import { outputNames, type NodeSettings } from '../../support/two-steps';
import { failingRun, type FailedRun } from './support/failing-run';
import { ownOperations, type NodeOperation } from './support/operations';
import { onErrorTable } from './support/on-error-table';

const PAGE = join(__dirname, '../../../docs/nodes/on-error.md');

// No operation can serve these, and every server refuses to answer.
const ITEMS = [
	{ transaction_id: '4200000000202611220000000001', openid: 'o1', sku: 'TEE', quantity: 1 },
	{ transaction_id: '4200000000202611220000000002', openid: 'o2', sku: 'CAP', quantity: 2 },
];
const RETRY = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
const CONTINUE = { onError: 'continueRegularOutput' } as const;
const ERROR_OUTPUT = { onError: 'continueErrorOutput' } as const;

let refusing: Server;
let credential: ICredentialDataDecryptedObject;
let operations: NodeOperation[];

beforeAll(async () => {
	refusing = createServer((_request, response) => response.writeHead(403).end('no'));
	await new Promise<void>((resolve) => refusing.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(refusing.address() as AddressInfo).port}`;
	const sandbox = await createSandbox();
	await sandbox.stop();
	credential = {
		...sandbox.credential,
		...{ url, baseUrl: url, address: 'custom', database: 'shop', username: 'x', apiKey: 'k' },
		...{ appid: 'wx1', secret: Buffer.alloc(32, 1).toString('base64') },
	};
	operations = await ownOperations();
});
afterAll(() => refusing.close());

const known = new Map<string, FailedRun[]>();

/** Runs all operations with the settings of a node. */
async function runAll(settings: NodeSettings): Promise<FailedRun[]> {
	const key = JSON.stringify(settings);
	const runs = known.get(key) ?? [];
	if (!known.has(key)) {
		for (const one of operations) runs.push(await failingRun(one, ITEMS, credential, settings));
	}
	known.set(key, runs);
	return runs;
}

/** Shows which operations differ, by their names. */
const byName = (runs: FailedRun[]) =>
	operations.map(({ node, operation }, index) => ({
		name: `${node}, ${operation}`,
		...runs[index],
	}));

/** @param expected from the name of the operation's first output */
async function expectAll(settings: NodeSettings, expected: (first: string) => FailedRun) {
	const runs: FailedRun[] = [];
	for (const { type, parameters } of operations) {
		const [first] = await outputNames(type, parameters, settings);
		runs.push(expected(first || 'Output 0'));
	}
	expect(byName(await runAll(settings))).toEqual(byName(runs));
}

const stopped = { error: 'NodeOperationError', itemIndex: 0 };

test('there are operations', () => {
	expect(operations.length).toBeGreaterThan(40);
});

test('Stop Workflow: the first failed item stops the node', async () => {
	await expectAll({}, () => ({ tries: 1, stopped }));
});

test.each<[string, NodeSettings]>([
	['Continue', CONTINUE],
	['the former setting Continue On Fail', { continueOnFail: true }],
	['Continue, with Always Output Data', { ...CONTINUE, alwaysOutputData: true }],
])('%s: failed items leave by the first output, with their fields', async (_name, settings) => {
	await expectAll(settings, (first) => ({ tries: 1, left: { [first]: [0, 1] } }));
});

test('Continue (using error output): failed items leave by the error output alone', async () => {
	await expectAll(ERROR_OUTPUT, () => ({ tries: 1, left: { Error: [0, 1] } }));
});

test.each([
	['SKU Map, Order Line: Map to Products', 'left by Unmapped'],
	['Shop Backend, Order: Get', 'left as a success'],
	['WeChat Pay, Order: Query', 'lost its fields'],
	['Odoo Settlement, Settlement: Get Margins', 'left as one item for all'],
])('%s: an outage is at the error output, where it once %s', async (name) => {
	const found = byName(await runAll(ERROR_OUTPUT)).filter((run) => run.name === name);
	expect(found).toEqual([{ name, tries: 1, left: { Error: [0, 1] } }]);
});

test('Retry On Fail: n8n runs the node again, then On Error decides', async () => {
	await expectAll(RETRY, () => ({ tries: 2, stopped }));
	await expectAll({ ...RETRY, ...CONTINUE }, (first) => ({ tries: 2, left: { [first]: [0, 1] } }));
	await expectAll({ ...RETRY, ...ERROR_OUTPUT }, () => ({ tries: 2, left: { Error: [0, 1] } }));
});

test('Always Output Data: n8n adds an empty item where nothing else leaves by the first output', async () => {
	await expectAll({ alwaysOutputData: true }, () => ({ tries: 1, stopped }));
	await expectAll({ ...ERROR_OUTPUT, alwaysOutputData: true }, (first) => ({
		tries: 1,
		left: { [first]: ['empty'], Error: [0, 1] },
	}));
});

test('the page says what the engine did', async () => {
	const columns: Array<[string, NodeSettings]> = [
		['Stop Workflow', {}],
		['Continue', CONTINUE],
		['Continue (using error output)', ERROR_OUTPUT],
		['Retry On Fail', RETRY],
		['Always Output Data, error output', { ...ERROR_OUTPUT, alwaysOutputData: true }],
	];
	const runs: FailedRun[][] = [];
	for (const [, settings] of columns) runs.push(await runAll(settings));
	const table = onErrorTable(
		columns.map(([name]) => name),
		operations.map(({ node, operation }, index) => ({
			node,
			operation,
			runs: runs.map((column) => column[index]!),
		})),
	);
	const page = readFileSync(PAGE, 'utf8');
	const updated = page.replace(/(?<=\n)\|[^]*\|(?=\n)/, () => table);
	if (process.env.UPDATE_PAGES) writeFileSync(PAGE, updated);
	// Run this test with UPDATE_PAGES=1 to write the table.
	else expect(updated).toBe(page);
});
