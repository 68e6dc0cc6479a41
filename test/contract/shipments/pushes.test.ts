import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { connectOdoo } from '../../../lib/odoo/connect';
import type { OdooClient } from '../../../lib/odoo/client';
import { waitUntil } from '../../../tools/services/processes';
import {
	CREDIT_NOTE_RULE,
	pushedId,
	RETURN_RULE,
	STOCK_RULE,
	tagRule,
	type PushRule,
} from '../../../lib/changes/push-rule';
import { createReturn } from '../../../lib/orders/after-sales/create-return';
import { REFUND_TAG } from '../../../lib/orders/model/order-keys';
import { pushObstacle } from '../../../lib/changes/push-obstacle';
import { register, unregister, type PushTarget } from '../../../lib/changes/registration';
import { automationRules } from '../../../lib/set-up/automation-rules';
import { isBefore } from '../../../tools/services/odoo-versions';
import { creditNote } from '../support/credit-notes';
import { deliver, finish } from '../support/deliveries';
import { payment } from '../support/payments';
import { record } from '../support/recording';
import { receive } from '../support/stock-moves';
import { useShop, type Shop } from '../support/shop';
import { protocolsOf, VERSIONS } from '../support/versions';

interface Row {
	id: number;
	[field: string]: unknown;
}

/** The rule that makes Odoo push, where it can, and why not where it cannot. */
describe.each(VERSIONS)('Pushes in Odoo %s', (version) => {
	const shop = useShop(version);

	describe.each(protocolsOf(version))('over %s', (protocol) => {
		it('is refused, with the reason, to a user who may not make rules and to an old Odoo', async () => {
			const obstacle = await pushObstacle(await shop().connect(protocol));
			const [kind, reason] = isBefore(version, '17')
				? ['version', 'version 17 or later']
				: ['right', 'Administration: Settings'];
			expect(obstacle).toEqual({ kind, why: expect.stringContaining(reason) });
			expect(await automationRules(await shop().connect(protocol))).toMatchObject({
				status: kind === 'version' ? 'not_possible' : 'no_right',
				message: expect.stringContaining(`${reason}`),
			});
		});

		// The rest is about what Odoo 14 does not have; the protocols differ in nothing else there.
		if (protocol === 'json2') describe('made by an administrator', () => describeRule(shop));
	});
});

function describeRule(shop: () => Shop): void {
	let odoo: OdooClient;
	let server: Server;
	let target: PushTarget;
	const pushes: unknown[] = [];

	beforeAll(async () => {
		const { admin, url, database } = shop().server;
		odoo = await connectOdoo({
			...{ url, database, login: admin.login, secret: admin.password },
			...{ protocol: 'xmlrpc', timeoutMs: 60_000 },
		});
		server = createServer((request, response) => {
			let text = '';
			request.on('data', (part: Buffer) => (text += part.toString('utf8')));
			request.on('end', () => {
				if (request.url === new URL(target.url).pathname + '?key=secret') {
					pushes.push(JSON.parse(text));
				}
				response.end('{}');
			});
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		const mark = '/webhook/5a0e4c1e-0000-4000-8000-00000000000a/webhook';
		target = {
			url: `http://127.0.0.1:${port}${mark}?key=secret`,
			mark,
			name: 'n8n Stock 5a0e4c1e',
		};
	});
	afterAll(() => server?.close());

	const rules = async (): Promise<Row[]> =>
		await shop().admin.call<Row[]>(
			'base.automation',
			'search_read',
			[[['name', 'like', 'n8n Stock']], ['active', 'name', 'action_server_ids', 'filter_domain']],
			{ context: { active_test: false } },
		);
	const actions = async (): Promise<Row[]> =>
		await shop().admin.call<Row[]>('ir.actions.server', 'search_read', [
			[['webhook_url', 'like', target.mark]],
			['webhook_url'],
		]);
	const pushed = async (product: number) => {
		pushes.length = 0;
		await receive(shop(), [[product, 1]]);
		await waitUntil(
			`product ${product} is pushed`,
			30_000,
			async () => await Promise.resolve(pushes.length > 0),
		);
		return pushes.map((body) => pushedId(STOCK_RULE, body));
	};

	it('is possible, made once, and pushes which product has changed', async () => {
		expect(await pushObstacle(odoo)).toBeUndefined();
		expect(await automationRules(odoo)).toMatchObject({ status: 'by_trigger' });
		expect(await register(odoo, STOCK_RULE, target)).toBe('made');
		expect(await register(odoo, STOCK_RULE, target)).toBe('kept');
		expect(await rules()).toHaveLength(1);
		expect(await actions()).toHaveLength(1);
		expect(await automationRules(odoo)).toMatchObject({
			status: 'exists',
			message: expect.stringContaining(target.name),
		});
		const product = shop().product(1);
		expect(new Set(await pushed(product))).toEqual(new Set([product]));
	});

	it.each<[string, () => Promise<unknown>]>([
		['deleted', async () => await removeAll('base.automation', await rules())],
		['without its action', async () => await removeAll('ir.actions.server', await actions())],
		['archived', async () => await write('base.automation', await rules(), { active: false })],
		[
			'narrowed',
			async () => await write('base.automation', await rules(), { filter_domain: '[]' }),
		],
		[
			'of another address',
			async () => {
				await write('ir.actions.server', await actions(), {
					webhook_url: `http://127.0.0.1:9${target.mark}?key=old`,
				});
			},
		],
	])('is right again after it was %s', async (_, change) => {
		await change();
		expect(['made', 'repaired']).toContain(await register(odoo, STOCK_RULE, target));
		expect(await register(odoo, STOCK_RULE, target)).toBe('kept');
		expect(await rules()).toHaveLength(1);
		expect(await actions()).toMatchObject([{ webhook_url: target.url }]);
		const product = shop().product(1);
		expect(await pushed(product)).toContain(product);
	});

	it('pushes posted credit notes, tagged orders and returns as well', async () => {
		const place = shop();
		const tag = await place.admin.call<number>('crm.tag', 'create', [{ name: REFUND_TAG }]);
		const paid = payment([{ product: place.product(1000), quantity: 1, price: 100 }]);
		const [recorded] = await record(await place.connect('json2'), [paid]);
		const order = recorded?.sale_order_id ?? 0;
		const happening: Array<[PushRule, () => Promise<unknown>]> = [
			[CREDIT_NOTE_RULE, async () => await creditNote(place, order, 1)],
			[
				tagRule(REFUND_TAG),
				async () => {
					await place.admin.call('sale.order', 'write', [[order], { tag_ids: [[4, tag]] }]);
					return order;
				},
			],
			[
				RETURN_RULE,
				async () => {
					await deliver(place, order);
					const client = await place.connect('json2');
					const { returns } = await createReturn(client, paid.payment, false);
					await finish(place, returns[0]?.picking_id ?? 0);
					return returns[0]?.picking_id;
				},
			],
		];
		for (const [rule, happens] of happening) {
			await register(odoo, rule, target);
			pushes.length = 0;
			const id = await happens();
			await waitUntil(`${rule.model} ${id} is pushed`, 30_000, async () => {
				return await Promise.resolve(pushes.some((body) => pushedId(rule, body) === id));
			});
		}
	});

	it('leaves nothing behind', async () => {
		await unregister(odoo, target);
		expect(await rules()).toEqual([]);
		expect(await actions()).toEqual([]);
		await unregister(odoo, target);
	});

	const idsOf = (rows: Row[]) => rows.map(({ id }) => id);
	const removeAll = async (model: string, rows: Row[]) =>
		await shop().admin.call(model, 'unlink', [idsOf(rows)]);
	const write = async (model: string, rows: Row[], values: object) =>
		await shop().admin.call(model, 'write', [idsOf(rows), values]);
}
