import type { IDataObject } from 'n8n-workflow';

import { OdooForWechatApi } from '../../../../credentials/OdooForWechatApi.credentials';
import { OdooSale } from '../../../../nodes/OdooSale/OdooSale.node';
import { odooConnectionFrom } from '../../../../nodes/shared/odoo-connection';
import { runNode } from '../../../support/engine';

const PARAMETERS = { resource: 'order', operation: 'recordPaidOrder', taxes: 'none' };
// Nothing listens there.
const NOWHERE = { url: 'http://127.0.0.1:9', database: 'shop', username: 'x', apiKey: 'k' };
const PAYMENT = {
	mchid: '1900000001',
	appid: 'wx1',
	out_trade_no: 'SHOP1',
	transaction_id: '42000027',
	total_fen: 100,
	lines: [],
};
const run = async (
	items: IDataObject[],
	onError?: 'continueRegularOutput' | 'continueErrorOutput',
) => await runNode(new OdooSale(), PARAMETERS, items, NOWHERE, onError ? { onError } : {});

it('names what is wrong with an item that is no payment, and which item it is', async () => {
	await expect(run([{ ...PAYMENT, total_fen: '1.00' }])).rejects.toMatchObject({
		message: expect.stringContaining('total_fen'),
		description: expect.stringContaining('NOT_A_PAYMENT'),
		context: { itemIndex: 0 },
	});
});

it('says which address cannot be reached, for which order, and what to do', async () => {
	await expect(run([PAYMENT])).rejects.toMatchObject({
		message: expect.stringMatching(/^Order SHOP1: .*127\.0\.0\.1:9/),
		description: expect.stringContaining('ODOO_UNREACHABLE'),
	});
});

it('sends failed items by the first output, with their fields and errors, when it is to continue', async () => {
	const items = [PAYMENT, { name: 'no payment' }];
	const [first, short, review] = await run(items, 'continueRegularOutput');
	expect([short, review]).toEqual([[], []]);
	expect(first).toMatchObject([
		{
			json: { ...PAYMENT, error: expect.stringContaining('127.0.0.1:9') },
			pairedItem: { item: 0 },
		},
		{
			json: { name: 'no payment', error: expect.stringContaining('not a successful payment') },
			pairedItem: { item: 1 },
		},
	]);
});

it('sends failed items, whole, to the error output where there is one', async () => {
	const outputs = await run([PAYMENT], 'continueErrorOutput');
	expect(outputs.map((items) => items.length)).toEqual([0, 0, 0, 1]);
	expect(outputs[3]?.[0]?.json.error).toContain('127.0.0.1:9');
});

it('does nothing for no items', async () => {
	await expect(run([])).resolves.toEqual([]);
});

it('has a credential that its test function tries, with the secret hidden', () => {
	const node = new OdooSale();
	const credential = new OdooForWechatApi();
	const [used] = node.description.credentials ?? [];
	expect(used?.name).toBe(credential.name);
	expect(Object.keys(node.methods.credentialTest)).toEqual([used?.testedBy]);
	const secret = credential.properties.find(({ name }) => name === 'apiKey');
	expect(secret?.typeOptions?.password).toBe(true);
});

it('reads every field of the credential', () => {
	const names = new OdooForWechatApi().properties.map(({ name }) => name);
	const filled = Object.fromEntries(names.map((name) => [name, ` ${name}! `]));
	expect(odooConnectionFrom({ ...filled, protocol: 'xmlrpc' })).toMatchObject({
		url: 'url!',
		database: 'database!',
		login: 'username!',
		secret: 'apiKey!',
		protocol: 'xmlrpc',
	});
	expect(odooConnectionFrom({}).protocol).toBe('auto');
});
