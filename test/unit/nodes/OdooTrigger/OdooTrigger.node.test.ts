import type { IDataObject } from 'n8n-workflow';

import { OdooTrigger } from '../../../../nodes/OdooTrigger/OdooTrigger.node';
import { isPushKey, pushTarget } from '../../../../nodes/OdooTrigger/shared/push-target';
import { toItems } from '../../../../nodes/OdooTrigger/shared/to-items';
import { noteWatcher, stopWatcher } from '../../../../nodes/OdooTrigger/shared/watchers';

const WEBHOOK = 'https://n8n.example.com/webhook/1a2b3c4d-0000-4000-8000-000000000001/webhook';
const KEY = '5f'.repeat(20);

describe('the address for Odoo', () => {
	const target = pushTarget(WEBHOOK, KEY, 'stockChanged');

	it('holds the key', () => {
		expect(target.url).toBe(`${WEBHOOK}?key=${KEY}`);
	});

	it('is found again by its mark when n8n has moved, and is another one in a test', () => {
		const moved = pushTarget(WEBHOOK.replace('n8n.', 'new.'), KEY, 'stockChanged');
		expect(moved.mark).toBe(target.mark);
		expect(moved.name).toBe(target.name);
		expect(target.name).toBe('n8n Stock Changed 1a2b3c4d');
		const test = pushTarget(WEBHOOK.replace('webhook/', 'webhook-test/'), KEY, 'stockChanged');
		expect(test.mark).not.toBe(target.mark);
		expect(test.name).not.toBe(target.name);
	});

	it.each([[undefined], [''], ['0'.repeat(40)], [['x']]])('refuses the key %j', (given) => {
		expect(isPushKey(target, given)).toBe(false);
	});
});

it('puts the time and the way of noticing beside the newest state', () => {
	const push = { pushed: false, why: 'Odoo 14 cannot push.' } as const;
	const noticed = { event: 'stockChanged', source: 'poll', push, asOf: 0 } as const;
	expect(toItems([{ id: 4, json: { product_id: 4 } }], noticed)).toEqual([
		{
			json: {
				product_id: 4,
				as_of: '1970-01-01T00:00:00.000Z',
				trigger: {
					event: 'stockChanged',
					source: 'poll',
					odoo_pushes: false,
					why_not: 'Odoo 14 cannot push.',
				},
			},
		},
	]);
});

describe('a push', () => {
	const hints: Array<number | undefined> = [];
	const context = (key: string, body: IDataObject) => {
		const sent: Array<[number, unknown]> = [];
		return {
			sent,
			getNode: () => ({ id: 'node', name: 'Odoo Trigger' }),
			getWorkflow: () => ({ id: 'workflow' }),
			getMode: () => 'webhook',
			getNodeParameter: (name: string) => (name === 'event' ? 'stockChanged' : {}),
			getWorkflowStaticData: () => ({ pushKey: KEY }),
			getNodeWebhookUrl: () => WEBHOOK,
			getQueryData: () => ({ key }),
			getBodyData: () => body,
			logger: { error: () => undefined },
			getResponseObject: () => ({
				status: (code: number) => ({ json: (json: unknown) => sent.push([code, json]) }),
			}),
		};
	};
	const push = async (key: string, body: IDataObject) => {
		const one = context(key, body);
		const answer = await new OdooTrigger().webhook.call(one as never);
		return { answer, sent: one.sent };
	};
	beforeEach(() => {
		hints.length = 0;
		const watcher = { pushed: (id?: number) => void hints.push(id), stop: async () => {} };
		noteWatcher(context('', {}) as never, watcher);
	});
	afterEach(async () => await stopWatcher(context('', {}) as never));

	it('is answered at once, starts nothing by itself and tells whoever watches', async () => {
		const { answer } = await push(KEY, { _id: 3, product_id: 41 });
		expect(answer).toEqual({ webhookResponse: { received: true } });
		await push(KEY, { nonsense: true });
		expect(hints).toEqual([41, undefined]);
	});

	it('without the key is refused and changes nothing', async () => {
		const { answer, sent } = await push('guessed', { product_id: 41 });
		expect(answer).toEqual({ noWebhookResponse: true });
		expect(sent).toMatchObject([[403, {}]]);
		expect(hints).toEqual([]);
	});
});
