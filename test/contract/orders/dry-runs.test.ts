import type { IDataObject } from 'n8n-workflow';

import { connectOdoo } from '../../../lib/odoo/connect';
import type { PaidOrder } from '../../../lib/orders/model/paid-order';
import { OdooSale } from '../../../nodes/OdooSale/OdooSale.node';
import { odooFields } from '../../../tools/services/odoo-fields';
import { troubleProxy, type TroubleProxy } from '../../../tools/services/proxy';
import { runNode } from '../../support/engine';
import { anHourAgo, payment, unmapped } from '../support/payments';
import { context, record } from '../support/recording';
import { useShop } from '../support/shop';
import { protocolsOf, VERSIONS } from '../support/versions';
import { holdOne } from '../../support/hold-one';

/** Methods that change nothing. */
const READS = new Set([
	'check_access_rights',
	'check_object_reference',
	'context_get',
	'fields_get',
	'get_metadata',
	'has_access',
	'search_read',
	'web_search_read',
]);

/** Every writing operation of the node, told to write nothing. */
describe.each(VERSIONS)('Dry runs in Odoo %s', (version) => {
	const shop = useShop(version);
	const [protocol] = protocolsOf(version);

	let proxy: TroubleProxy;
	beforeAll(async () => {
		proxy = await troubleProxy(shop().server.url);
	});
	afterAll(async () => await proxy.close());

	const item = ({ payment: paid, mapping }: PaidOrder) =>
		({ ...paid, mapping, trade_state: 'SUCCESS' }) as unknown as IDataObject;
	const line = (stock: 0 | 2 | 1000, quantity = 1) => [
		{ product: shop().product(stock), quantity, price: 100 },
	];
	/** What the node tells of each item, by output. */
	const dryRun = async (
		resource: string,
		operation: string,
		items: IDataObject[],
		parameters: IDataObject = {},
	) => {
		proxy.calls.length = 0;
		const outputs = await runNode(
			new OdooSale(),
			{ resource, operation, taxes: 'none', dryRun: true, ...parameters } as never,
			items,
			{ ...odooFields(shop().server), url: proxy.url, protocol },
		);
		expect(proxy.calls.length).toBeGreaterThan(0);
		const writes = proxy.calls.filter((call) => !READS.has(call.split('.').at(-1) ?? ''));
		expect(writes).toEqual([]);
		return outputs.map((output) => output.map(({ json }) => json));
	};

	it('tells of paid orders what would be written, and what would be left to a person', async () => {
		const [fresh, short, wrong] = [
			payment(line(1000)),
			payment(line(2, 3)),
			payment(line(1000), 101),
		];
		const recorded = payment(line(1000));
		await record(await shop().connect(protocol), [recorded]);
		const orders = [fresh, short, wrong, unmapped(payment(line(1000))), anHourAgo(recorded)];
		const told = await dryRun('order', 'recordPaidOrder', orders.map(item));
		const brief = told.map((output) =>
			output.map(({ odoo }) => {
				const { dry_run, sale_order_id: id, would } = odoo as IDataObject;
				expect(dry_run).toBe(true);
				return [Boolean(id), would];
			}),
		);
		const draft = 'A draft with an activity would be made for a person.';
		expect(brief).toEqual([
			[
				[false, 'A sale order of 1.00 CNY would be written and confirmed.'],
				[true, 'Nothing: it is recorded.'],
			],
			[[false, 'A sale order of 3.00 CNY would be written and confirmed.']],
			[
				[false, draft],
				[false, draft],
			],
		]);
		expect(told[1]?.[0]?.odoo).toMatchObject({ lines: [{ ordered: 3, reserved: 2, missing: 1 }] });
		expect(told[2]?.[0]?.odoo).toMatchObject({
			reason: expect.stringMatching(/1\.00 CNY.*1\.01 CNY/),
		});
	});

	it('tells whether stock would be held, and which holds would be released', async () => {
		const outputs = await dryRun(
			'order',
			'holdStock',
			[payment(line(1000)), payment(line(0))].map(item),
			{ holdMinutes: 30 },
		);
		expect(outputs).toMatchObject([
			[{ odoo: { status: 'held', dry_run: true, sale_order_id: 0 } }],
			[{ odoo: { status: 'not_enough', lines: [{ reserved: 0, missing: 1 }] } }],
			[],
		]);
		const client = await shop().connect(protocol);
		const order = payment(line(1000));
		const past = Date.now() - 60_000;
		const then = { ...context, now: () => past - 1 };
		const held = await holdOne(client, order, past, { taxes: 'none' }, then);
		const [expired] = await dryRun('order', 'releaseExpiredHolds', [{}]);
		expect(expired).toContainEqual(
			expect.objectContaining({ sale_order_id: held.sale_order_id, released: false }),
		);
	});

	it('tells of cancellations, refunds and returns which order is meant', async () => {
		const order = payment(line(1000));
		const [recorded] = await record(await connectOdoo(shop().connection(protocol)), [order]);
		const { mchid, out_trade_no, transaction_id, total_fen } = order.payment;
		const refund = {
			...{ mchid, out_trade_no, transaction_id, refund_id: `50${transaction_id}` },
			...{ refund_status: 'SUCCESS', refund_fen: total_fen },
			amount: { total: total_fen, refund: total_fen, currency: 'CNY' },
		};
		const meant = { sale_order_id: recorded?.sale_order_id, dry_run: true };
		for (const [operation, parameters] of Object.entries({
			cancel: { reason: 'none' },
			recordRefund: { creditNote: true, cancelWhenRefunded: true },
			createReturn: {},
		})) {
			const [told] = await dryRun('order', operation, [refund], parameters);
			expect(told).toMatchObject([{ odoo: meant }]);
		}
	});

	it('tells of a to-do and of the set-up what would be made', async () => {
		const toDo = { key: `dry ${protocol}`, summary: 'Look', note: '', address: '', assignee: '' };
		const [made] = await dryRun('toDo', 'create', [{}], toDo);
		expect(made).toMatchObject([{ odoo: { activity_id: null, created: true } }]);
		for (const operation of ['run', 'remove']) {
			const [pieces] = await dryRun('setUp', operation, [{}], { currencies: 'CNY' });
			expect(pieces?.length).toBeGreaterThan(3);
		}
	});
});
