import type { IDataObject } from 'n8n-workflow';

import { connectOdoo } from '../../../lib/odoo/connect';
import { runSetUp } from '../../../lib/set-up/run-set-up';
import { manualModelSteps } from '../../../lib/odoo/schema/manual-model-steps';
import { importRows } from '../../../lib/sku-map/odoo/import-rows';
import { SKU_MODEL } from '../../../lib/sku-map/odoo/sku-model';
import type { Mapping } from '../../../lib/sku-map/mapping';
import { readRows } from '../../../lib/sku-map/import/read-rows';
import { SkuMap } from '../../../nodes/SkuMap/SkuMap.node';
import { odooFields } from '../../../tools/services/odoo-fields';
import { startOdoo, type OdooServer } from '../../../tools/services/odoo';
import { odooAdmin, type OdooAdmin } from '../../../tools/services/odoo-admin';
import { seedProducts } from '../../../tools/services/odoo-seed';
import { isBefore } from '../../../tools/services/odoo-versions';
import { progressFor } from '../../../tools/services/progress';
import { runNode } from '../../support/engine';
import { context } from '../support/recording';
import { VERSIONS } from '../support/versions';

const PRODUCTS = [
	{ sku: 'TEE', name: 'Tee', price: 99, stock: 10 },
	{ sku: 'MUG', name: 'Mug', price: 35, stock: 7 },
	{ sku: 'CAP', name: 'Cap', price: 50, stock: 3 },
	{ sku: 'OLD', name: 'Archived scarf', price: 10, stock: 0, archived: true },
];
const TABLE = SKU_MODEL.model;

describe.each(VERSIONS)('The SKU table in Odoo %s', (version) => {
	let server: OdooServer;
	let admin: OdooAdmin;
	let ids: Record<string, number>;
	beforeAll(async () => {
		server = await startOdoo(version, progressFor(`odoo ${version}`));
		admin = odooAdmin(server);
		ids = await seedProducts(admin, server, PRODUCTS);
	}, 1_800_000);
	afterAll(async () => await server?.stop());

	const administrator = () => {
		const { login, password } = server.admin;
		return { ...odooFields(server), username: login, apiKey: password, protocol: 'xmlrpc' };
	};
	const run = async (
		parameters: object,
		items: IDataObject[],
		table: IDataObject[] = [],
		fields: Parameters<typeof runNode>[3] = odooFields(server),
	) => {
		const outputs = await runNode(new SkuMap(), parameters as never, items, fields, {}, [table]);
		return outputs.map((output) => output.map(({ json }) => json));
	};
	const read = async (items: IDataObject[], more: object = {}) => {
		const outputs = await run({ resource: 'table', operation: 'import', ...more }, items);
		const reports = outputs.flat().map((one) => one.import as IDataObject);
		return reports.sort((a, b) => Number(a.row) - Number(b.row));
	};
	const statuses = async (items: IDataObject[], more: object = {}) =>
		(await read(items, more)).map(({ status }) => status);
	const map = async (sku: string, more: IDataObject = {}, parameters: object = {}) => {
		const item = { lines: [{ sku, quantity: 1, unit_price_fen: 10001 }], ...more };
		const operation = { resource: 'orderLine', operation: 'mapToProducts', ...parameters };
		const [mapped = [], unmapped = []] = await run(operation, [item]);
		return ((mapped[0] ?? unmapped[0])?.mapping ?? {}) as unknown as Mapping;
	};
	/** Pieces by product: an amount that does not come out even makes two lines. */
	const piecesOf = ({ lines }: Mapping) => {
		const pieces: Record<number, number> = {};
		for (const { product_id: id, quantity } of lines) pieces[id] = (pieces[id] ?? 0) + quantity;
		return pieces;
	};
	const exported = async (more: object = {}) =>
		(await run({ resource: 'table', operation: 'export', ...more }, [{}]))[0] ?? [];

	it('is not needed by External IDs, and says how to make it where it is', async () => {
		expect((await map('TEE')).status).toBe('mapped');
		await expect(statuses([{ sku: 'X', product: 'TEE' }])).rejects.toMatchObject({
			message: expect.stringContaining('no table of WeChat SKUs'),
		});
	});

	it('is made by set-up, for the ordinary user to keep', async () => {
		const { url, database } = server;
		const { login, password } = server.admin;
		const administrator = await connectOdoo({
			...{ url, database, login, secret: password },
			...{ protocol: 'xmlrpc', timeoutMs: 60_000 },
		});
		const made = await runSetUp(administrator, manualModelSteps(SKU_MODEL));
		expect(made.map(({ status }) => status)).toEqual(['made', 'made', 'made']);
		expect(await statuses([{ sku: 'WX-TEE', product: 'TEE' }])).toEqual(['created']);
		expect((await map('WX-TEE')).lines).toMatchObject([{ product_id: ids.TEE, quantity: 1 }]);
		// A SKU without a row may still stand on its product.
		expect((await map('MUG')).lines).toMatchObject([{ product_id: ids.MUG }]);
		const { unmapped } = await map('WX-TEA');
		expect(unmapped[0]?.message).toContain('Sales → Products → WeChat SKUs');
		expect(unmapped[0]?.suggestions).toMatchObject([{ sku: 'WX-TEE' }]);
	});

	it('takes a set, a unit, dates and Chinese headers, and gives the same back', async () => {
		// Odoo 19 comes with its dozen archived.
		const [unit, pieces] = isBefore(version, '19') ? ['Dozens', 12] : ['Pack of 6', 6];
		const rows = [
			{
				微信SKU: 'SET-1',
				Odoo产品: 'TEE',
				数量: '2',
				价格规则: '按标价分摊',
				部件序号: 1,
				部件总数: 3,
			},
			{ 微信SKU: 'SET-1', Odoo产品: 'MUG', 价格规则: '按标价分摊', 部件序号: 2, 部件总数: 3 },
			{ 微信SKU: 'SET-1', Odoo产品: 'CAP', 价格规则: '赠品', 部件序号: 3, 部件总数: 3 },
			{
				微信SKU: 'BOX',
				Odoo产品: 'MUG',
				数量: 1,
				单位: unit,
				生效日期: '2026-11-11',
				备注: '双十一',
			},
		];
		expect(await statuses(rows, { dryRun: true })).toEqual(Array(4).fill('created'));
		expect(await admin.call(TABLE, 'search_count', [[['x_name', '=', 'BOX']]])).toBe(0);
		expect(await statuses(rows)).toEqual(Array(4).fill('created'));
		expect(await statuses(rows)).toEqual(Array(4).fill('unchanged'));
		const { lines } = await map('SET-1');
		const paid = lines.reduce((sum, one) => sum + one.quantity * (one.unit_price_fen ?? 0), 0);
		expect(paid).toBe(10001);
		const late = { success_time: '2026-11-11T00:00:00+08:00' };
		expect(piecesOf(await map('BOX', late))).toEqual({ [ids.MUG!]: pieces });
		const early = { success_time: '2026-11-10T23:59:59+08:00' };
		expect((await map('BOX', early)).unmapped).toMatchObject([{ reason: 'not_yet_valid' }]);
		const chinese = await exported({ headers: 'zh' });
		expect(chinese.find((row) => row['微信SKU'] === 'BOX')).toMatchObject({
			单位: unit,
			生效时间: '2026-11-11T00:00:00+08:00',
			备注: '双十一',
		});
		expect(await statuses(chinese)).toEqual(chinese.map(() => 'unchanged'));
	});

	it('counts a change of a row at once, and drops the parts that a set no longer has', async () => {
		expect((await map('WX-TEE')).lines).toMatchObject([{ product_id: ids.TEE }]);
		expect(await statuses([{ sku: 'WX-TEE', product: 'CAP', quantity: 2 }])).toEqual(['updated']);
		expect(piecesOf(await map('WX-TEE'))).toEqual({ [ids.CAP!]: 2 });
		await statuses([{ sku: 'WX-TEE', product: 'TEE' }]);
		const smaller = [
			{ sku: 'SET-1', product: 'TEE', quantity: 2, part: 1, parts: 2 },
			{ sku: 'SET-1', product: 'CAP', price: 'free', part: 2, parts: 2 },
		];
		expect(await statuses(smaller)).toEqual(['updated', 'updated']);
		expect(piecesOf(await map('SET-1'))).toEqual({ [ids.TEE!]: 2, [ids.CAP!]: 1 });
	});

	it('counts at once what was imported with another credential', async () => {
		expect((await map('WX-TEE')).lines).toMatchObject([{ product_id: ids.TEE }]);
		const change = async (product: string) => {
			const rows = [{ sku: 'WX-TEE', product }];
			const operation = { resource: 'table', operation: 'import' };
			const [taken] = await run(operation, rows, [], administrator());
			expect(taken).toMatchObject([{ import: { status: 'updated' } }]);
		};
		await change('MUG');
		expect((await map('WX-TEE')).lines).toMatchObject([{ product_id: ids.MUG }]);
		await change('TEE');
	});

	it('refuses each bad row with its number and reason, with the whole set that it belongs to', async () => {
		const reports = await read([
			{ sku: '1.2E+18', product: 'TEE' },
			{ sku: 'NEW-1', product: 'NOBODY' },
			{ sku: 'NEW-2', product: 'OLD' },
			{ sku: 'NEW-3', product: 'TEE', uom: 'Parsecs' },
			{ sku: 'NEW-4', product: 'TEE', part: 1, parts: 2, price: 'free' },
			{ sku: 'NEW-4', product: 'NOBODY', part: 2, parts: 2 },
			{ sku: 'NEW-5', product: 'TEE', part: 1, parts: 2 },
			{ sku: 'NEW-6', product: 'MUG' },
		]);
		expect(reports.map(({ row, status }) => `${row} ${status}`)).toEqual([
			'2 refused',
			'3 refused',
			'4 refused',
			'5 refused',
			'6 refused',
			'7 refused',
			'8 refused',
			'9 created',
		]);
		const words = [
			'shortened',
			'no product "NOBODY"',
			'archived',
			'Parsecs',
			'row 7',
			'no product',
		];
		for (const [index, word] of words.entries()) expect(reports[index]?.message).toContain(word);
		expect(reports[6]?.message).toContain('part 2 is not in the table');
	});

	it('keeps what people type in: a changed SKU is no lost row, a bad one maps nothing', async () => {
		const [row] = await admin.call<number[]>(TABLE, 'search', [[['x_name', '=', 'NEW-6']]]);
		await admin.call(TABLE, 'write', [[row], { x_name: 'RENAMED' }]);
		expect(await statuses([{ sku: 'NEW-6', product: 'CAP' }])).toEqual(['created']);
		expect((await map('RENAMED')).lines).toMatchObject([{ product_id: ids.MUG }]);
		expect((await map('NEW-6')).lines).toMatchObject([{ product_id: ids.CAP }]);
		const typed = { x_name: 'TYPED', x_product_id: ids.TEE };
		const made = await admin.call<number>(TABLE, 'create', [typed]);
		expect((await map('TYPED')).lines).toMatchObject([{ product_id: ids.TEE, quantity: 1 }]);
		expect(await statuses([{ sku: 'TYPED', product: 'TEE' }])).toEqual(['unchanged']);
		await admin.call(TABLE, 'write', [[made], { x_quantity: 0 }]);
		const more = { options: { cacheSeconds: 0 } };
		expect((await map('TYPED', {}, more)).unmapped).toMatchObject([{ reason: 'bad_row' }]);
	});

	it('tells of a product every SKU that sells it, with what can be promised', async () => {
		const parameters = { resource: 'product', operation: 'mapToSkus' };
		const [skus = []] = await run(parameters, [{ product_id: ids.CAP }]);
		const found = Object.fromEntries(skus.map(({ sku, quantity }) => [sku, quantity]));
		// SET-1: two tees of ten and a cap of three.
		expect(found).toEqual({ 'NEW-6': 3, 'SET-1': 3 });
		const buffer = { options: { bufferUnits: 2 } };
		const [kept = []] = await run({ ...parameters, ...buffer }, [{ product_id: ids.CAP }]);
		expect(kept.map(({ quantity }) => quantity)).toEqual([1, 1]);
	});

	it('is audited against the products, the listing and the sales', async () => {
		const twice = { x_name: 'WX-TEE', x_product_id: ids.MUG };
		const double = await admin.call<number>(TABLE, 'create', [twice]);
		await admin.call('product.product', 'write', [[ids.MUG], { active: false }]);
		const listing = [{ sku_code: 'WX-TEE' }, { sku_code: 'WX-TEE-XL', title: 'Tee XL' }];
		const audit = { resource: 'table', operation: 'audit' };
		const [findings = [], [report] = []] = await run(audit, listing);
		await admin.call('product.product', 'write', [[ids.MUG], { active: true }]);
		await admin.call(TABLE, 'unlink', [[double]]);
		const kinds = new Set(findings.map(({ finding, sku }) => `${String(finding)} ${String(sku)}`));
		expect([...kinds]).toEqual(
			expect.arrayContaining([
				'not_mapped WX-TEE-XL',
				'duplicate WX-TEE',
				'unusable RENAMED',
				'not_listed SET-1',
				'never_sold NEW-6',
			]),
		);
		expect(report?.report).toContain('Tee XL');
		expect(report).toMatchObject({ not_mapped: 1, duplicate: 1 });
	});

	it('takes its rows from a second input or a CSV by the same rules', async () => {
		const table = [{ sku: 'S', product: 'TEE', quantity: '3' }];
		const item = { lines: [{ sku: 'S', quantity: 2, unit_price_fen: 300 }] };
		const parameters = { resource: 'orderLine', operation: 'mapToProducts' };
		const [fromItems = []] = await run({ ...parameters, table: 'items' }, [item], table);
		const csv = 'sku;product;quantity\nS;TEE;3\n';
		const [fromCsv = []] = await run({ ...parameters, table: 'csv', csv }, [item]);
		for (const [one] of [fromItems, fromCsv]) {
			const { lines } = one?.mapping as unknown as Mapping;
			expect(lines).toMatchObject([{ product_id: ids.TEE, quantity: 6, unit_price_fen: 100 }]);
		}
		await expect(run({ ...parameters, table: 'items' }, [item], [])).rejects.toMatchObject({
			message: 'The second input received no rows of the SKU table.',
		});
	});

	it('removes the rows that a file means, and no other', async () => {
		const rows = [{ sku: 'SET-1', part: 2 }, { sku: 'NEVER' }, { sku: 'TYPED', shop: '' }];
		const removal = { mode: 'remove' };
		const expected = ['removed', 'not_there', 'removed'];
		expect(await statuses(rows, { ...removal, dryRun: true })).toEqual(expected);
		expect(await statuses(rows, removal)).toEqual(expected);
		expect(await statuses(rows, removal)).toEqual(Array(3).fill('not_there'));
		const left = await admin.call(TABLE, 'search_count', [[['x_name', '=', 'SET-1']]]);
		expect(left).toBe(1);
	});

	it('loses nothing when two workers write at once, some rows the same', async () => {
		const connection = (timeoutMs: number) => {
			const { url, database, username, apiKey } = odooFields(server) as Record<string, string>;
			const who = { url: url!, database: database!, login: username!, secret: apiKey! };
			return { ...who, protocol: 'auto' as const, timeoutMs };
		};
		const file = (from: number, to: number) =>
			readRows(
				Array.from({ length: to - from }, (_, index) => ({
					sku: `RACE-${from + index}`,
					product: 'TEE',
				})),
			);
		const workers = await Promise.all(
			[59_001, 59_002].map(async (timeout) => await connectOdoo(connection(timeout))),
		);
		const options = { productName: 'defaultCode', dryRun: false } as const;
		const [one, other] = await Promise.all([
			importRows(workers[0]!, file(0, 120), options, context),
			importRows(workers[1]!, file(60, 180), options, context),
		]);
		expect([...one, ...other].filter(({ action }) => action === 'refuse')).toEqual([]);
		const rows = await admin.call<Array<{ x_name: string }>>(TABLE, 'search_read', [
			[['x_name', '=like', 'RACE-%']],
			['x_name'],
		]);
		expect(new Set(rows.map(({ x_name: sku }) => sku)).size).toBe(180);
		expect(rows).toHaveLength(180);
	});

	it('holds 5,000 rows that come out and go in again without a change', async () => {
		const codes = ['TEE', 'MUG', 'CAP'];
		const rows = Array.from({ length: 5_000 }, (_, index) => ({
			sku: `${String(index).padStart(6, '0')}`,
			product: codes[index % 3],
			quantity: 1 + (index % 4),
			note: `第${index}行`,
		}));
		const first = await statuses(rows);
		expect(first.filter((status) => status !== 'created')).toEqual([]);
		const out = await exported();
		expect(out.length).toBeGreaterThanOrEqual(5_000);
		const again = await statuses(out);
		expect(again.filter((status) => status !== 'unchanged')).toEqual([]);
		expect(await exported()).toEqual(out);
		expect(piecesOf(await map('004999'))).toEqual({ [ids.MUG!]: 4 });
	}, 600_000);
});
