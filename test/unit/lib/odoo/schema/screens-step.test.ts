import { IntegrationError } from '../../../../../lib/core/errors';
import { screensStep } from '../../../../../lib/odoo/schema/screens-step';
import type { CustomStep } from '../../../../../lib/odoo/schema/setup-step';
import { modelViews } from '../../../../../lib/odoo/schema/views';
import { answerExternalId } from '../answer-external-id';
import { fakeOdoo, type MadeCall } from '../fake-odoo';
import { callsOf } from '../odoo-with-rows';
import { SEASONS } from './seasons';

const step = screensStep(SEASONS) as CustomStep;
const IDS: Record<string, [string, number]> = {
	'wechat_setup.x_season_view_list': ['ir.ui.view', 1],
	'wechat_setup.x_season_view_form': ['ir.ui.view', 2],
	'wechat_setup.x_season_view_search': ['ir.ui.view', 3],
	'wechat_setup.x_season_action': ['ir.actions.act_window', 4],
	'wechat_setup.x_season_menu': ['ir.ui.menu', 5],
};

/** @param read answers the reading of views */
const odooWith = (ids: typeof IDS, read: (call: MadeCall) => unknown = () => []) =>
	fakeOdoo((call) => {
		if (call.method === 'fields_get') return { type: { selection: [['list', 'List']] } };
		if (call.method === 'read') return read(call);
		return answerExternalId(call, ids) ?? { ids: [1, 2, 3].slice(0, rowsOf(call)), messages: [] };
	});
const rowsOf = ({ params }: MadeCall) => (params?.data as unknown[] | undefined)?.length ?? 0;
const archOf = ({ ids }: MadeCall) => [
	{ arch_db: modelViews(SEASONS, 'list')[ids![0]! - 1]?.arch },
];

it('is found where all screens exist and show all fields', async () => {
	expect(await step.find(odooWith(IDS, archOf))).toBe(true);
	expect(await step.find(odooWith({}, archOf))).toBe(false);
	const older = () => [{ arch_db: '<form><field name="x_name"/></form>' }];
	expect(await step.find(odooWith(IDS, older))).toBe(false);
});

it('is found for users who may not read views, but not where reading them fails', async () => {
	const failing = (code: string) => () => {
		throw new IntegrationError({ code, message: '', likelyCause: '', nextStep: '' });
	};
	expect(await step.find(odooWith(IDS, failing('ODOO_ACCESS_DENIED')))).toBe(true);
	await expect(step.find(odooWith(IDS, failing('ODOO_SERVER_FAULT')))).rejects.toMatchObject({
		code: 'ODOO_SERVER_FAULT',
	});
});

it('makes the views, their action, and a menu that opens it', async () => {
	const odoo = odooWith(IDS);
	await step.make(odoo);
	const [views] = callsOf(odoo, 'ir.ui.view load');
	expect(views?.context).not.toHaveProperty('noupdate');
	expect((views?.params?.data as string[][]).map(([id]) => id)).toEqual(
		Object.keys(IDS).slice(0, 3),
	);
	expect(callsOf(odoo, 'ir.actions.act_window load')[0]?.params?.data).toEqual([
		[
			...['wechat_setup.x_season_action', 'Seasons', 'x_season', 'list,form'],
			'wechat_setup.x_season_view_search',
		],
	]);
	expect(callsOf(odoo, 'ir.ui.menu load')[0]?.params?.data).toEqual([
		['wechat_setup.x_season_menu', 'Seasons', 'sale.menu_sale_report', '90'],
	]);
	expect(callsOf(odoo, 'ir.ui.menu write')).toMatchObject([
		{ ids: [5], params: { vals: { action: 'ir.actions.act_window,4' } } },
	]);
});

it('removes the menu, then its action, then the views', async () => {
	const odoo = odooWith(IDS);
	await step.remove?.(odoo);
	const removed = odoo.calls.filter(({ method }) => method === 'unlink');
	expect(removed.map(({ model, ids }) => [model, ids])).toEqual([
		['ir.ui.menu', [5]],
		['ir.actions.act_window', [4]],
		['ir.ui.view', [1, 2, 3]],
	]);
});
