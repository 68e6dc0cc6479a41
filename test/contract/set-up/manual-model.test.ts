import type { OdooClient } from '../../../lib/odoo/client';
import { connectOdoo } from '../../../lib/odoo/connect';
import { findByExternalId } from '../../../lib/odoo/external-ids';
import { loadRecords } from '../../../lib/odoo/load';
import { searchRead, setUpId } from '../../../lib/odoo/records';
import { checkSetUp, removeSetUp, runSetUp } from '../../../lib/set-up/run-set-up';
import type { ManualModel } from '../../../lib/odoo/schema/manual-model';
import { manualModelSteps } from '../../../lib/odoo/schema/manual-model-steps';
import { odooAdmin, type OdooAdmin } from '../../../tools/services/odoo-admin';
import { startOdoo, type OdooServer } from '../../../tools/services/odoo';
import { isBefore } from '../../../tools/services/odoo-versions';
import { progressFor } from '../../../tools/services/progress';
import { codeOf } from '../support/recording';
import { VERSIONS } from '../support/versions';

const SEASONS: ManualModel = {
	model: 'x_test_season',
	name: 'Seasons & Sales',
	purpose: 'To be tested.',
	fields: [
		{ name: 'x_name', label: 'Season', type: 'char', required: true },
		{ name: 'x_active', label: 'Active', type: 'boolean', default: true },
		{ name: 'x_currency_id', label: 'Currency', type: 'many2one', relation: 'res.currency' },
		{ name: 'x_paid', label: 'Paid', type: 'monetary', currencyField: 'x_currency_id' },
		{ name: 'x_usd_id', label: 'Dollars', type: 'many2one', relation: 'res.currency' },
		{ name: 'x_settled', label: 'Settled', type: 'monetary', currencyField: 'x_usd_id' },
		{
			name: 'x_kind',
			label: 'Kind',
			type: 'selection',
			choices: [
				['hot', 'Hot "days"'],
				['cold', 'Cold days'],
			],
			default: 'hot',
		},
		{ name: 'x_starts', label: 'Starts', type: 'date' },
	],
	list: { columns: ['x_name', 'x_paid', 'x_kind'], order: 'x_starts, x_name', editable: true },
	search: { fields: ['x_name'], groupBy: ['x_kind'] },
	access: [
		{ group: 'base.group_system', may: 'change' },
		{ group: 'sales_team.group_sale_salesman_all_leads', may: 'change' },
		{ group: 'stock.group_stock_user', may: 'read' },
	],
	parentMenu: 'sale.product_menu_catalog',
};
const STEPS = manualModelSteps(SEASONS);

describe.each(VERSIONS)('A table of our own in Odoo %s', (version) => {
	let server: OdooServer;
	let admin: OdooAdmin;
	let administrator: OdooClient;
	let user: OdooClient;
	beforeAll(async () => {
		server = await startOdoo(version, progressFor(`odoo ${version}`));
		admin = odooAdmin(server);
		const { url, database } = server;
		const own = { url, database, protocol: 'auto', timeoutMs: 60_000 } as const;
		const { login, password } = server.admin;
		administrator = await connectOdoo({ ...own, protocol: 'xmlrpc', login, secret: password });
		const { login: userLogin, apiKey, password: userPassword } = server.user;
		user = await connectOdoo({ ...own, login: userLogin, secret: apiKey ?? userPassword });
	}, 1_800_000);
	afterAll(async () => await server?.stop());

	const statuses = async (way: typeof checkSetUp, odoo: OdooClient, steps = STEPS) => {
		const reports = await way(odoo, steps);
		return reports.map(({ status, message }) => (status === 'failed' ? message : status));
	};
	const load = async (fields: string[], ...row: string[]) =>
		await loadRecords(user, SEASONS.model, fields, [{ key: row[0] ?? '', rows: [row] }]);
	const names = async (odoo: OdooClient) =>
		(await searchRead(odoo, SEASONS.model, [], ['x_name'], { order: 'id' })).map(
			(row) => row.x_name,
		);

	it('takes an administrator to make, who makes it once', async () => {
		expect(await statuses(checkSetUp, user)).toEqual(['no_right', 'no_right', 'no_right']);
		expect(await statuses(runSetUp, administrator)).toEqual(['made', 'made', 'made']);
		expect(await statuses(runSetUp, administrator)).toEqual(['exists', 'exists', 'exists']);
		expect(await statuses(checkSetUp, user)).toEqual(['exists', 'exists', 'exists']);
	});

	it('holds records that the ordinary user writes by external id, visible from the start', async () => {
		await load(['id', 'x_name', 'x_paid'], 'test_season.summer', 'Summer', '12.5');
		await load(['id', 'x_name', 'x_paid'], 'test_season.summer', 'High summer', '13.25');
		const found = await searchRead(user, SEASONS.model, [], ['x_name', 'x_paid', 'x_kind']);
		expect(found).toMatchObject([{ x_name: 'High summer', x_paid: 13.25, x_kind: 'hot' }]);
	});

	it('stands in the menu of the ordinary user, with a list, a form and a search', async () => {
		const menus = await searchRead(user, 'ir.ui.menu', [['name', '=', SEASONS.name]], ['action']);
		const [, action] = /^ir\.actions\.act_window,(\d+)$/.exec(String(menus[0]?.action)) ?? [];
		const [opened] = await admin.call<Array<Record<string, unknown>>>(
			'ir.actions.act_window',
			'read',
			[[Number(action)], ['res_model', 'view_mode', 'search_view_id']],
		);
		const tag = isBefore(version, '18') ? 'tree' : 'list';
		expect(opened).toMatchObject({ res_model: SEASONS.model, view_mode: `${tag},form` });
		for (const type of [tag, 'form', 'search']) {
			const found = await findByExternalId(administrator, setUpId(SEASONS.model, `view_${type}`));
			const shown = isBefore(version, '16')
				? await admin.call(SEASONS.model, 'fields_view_get', [found?.id, type])
				: await user.call(SEASONS.model, 'get_views', { params: { views: [[found?.id, type]] } });
			expect(JSON.stringify(shown)).toContain('x_name');
		}
	});

	it('is completed where a later version has more fields, or a part is gone', async () => {
		const later: ManualModel = {
			...SEASONS,
			fields: [...SEASONS.fields, { name: 'x_place', label: 'Place', type: 'char' }],
			list: { ...SEASONS.list, columns: [...SEASONS.list.columns, 'x_place'] },
		};
		const rule = setUpId(SEASONS.model, 'access_stock.group_stock_user');
		const access = await findByExternalId(administrator, rule);
		await admin.call('ir.model.access', 'unlink', [[access?.id]]);
		const steps = manualModelSteps(later);
		expect(await statuses(checkSetUp, administrator, steps)).toEqual([
			'to_make',
			'to_make',
			'to_make',
		]);
		expect(await statuses(runSetUp, administrator, steps)).toEqual(['made', 'made', 'made']);
		await load(['id', 'x_name', 'x_place'], 'test_season.winter', 'Winter', 'Indoors');
		expect(await names(user)).toEqual(['High summer', 'Winter']);
	});

	it('keeps its records when it is removed, and shows them again when it is made again', async () => {
		// In reverse order: the screens first.
		expect(await statuses(removeSetUp, administrator)).toEqual(['removed', 'kept', 'kept']);
		expect(await names(user)).toEqual(['High summer', 'Winter']);
		expect(await statuses(runSetUp, administrator)).toEqual(['exists', 'exists', 'made']);
	});

	it('goes with all its records only when that is asked for', async () => {
		const steps = manualModelSteps(SEASONS, { deleteRecords: true });
		expect(await statuses(removeSetUp, administrator, steps)).toEqual([
			'removed',
			'removed',
			'removed',
		]);
		expect(await codeOf(names(user))).not.toBe('no error');
		expect(await statuses(runSetUp, administrator)).toEqual(['made', 'made', 'made']);
		expect(await names(user)).toEqual([]);
	});
});
