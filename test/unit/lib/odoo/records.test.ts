import {
	amountOf,
	currencyOf,
	everyRow,
	fromOdooTime,
	idOf,
	idsOf,
	searchRead,
	textOf,
	toOdooTime,
	externalIdPart,
	setUpId,
	inCompany,
	WITHOUT_CHANGE_LOG,
	WITHOUT_LOG,
} from '../../../../lib/odoo/records';
import { fakeOdoo } from './fake-odoo';

const MOMENT = Date.UTC(2026, 10, 22, 15, 30, 0);

it('writes a moment as Odoo does, in UTC, and reads it again', () => {
	expect(toOdooTime(MOMENT + 999)).toBe('2026-11-22 15:30:00');
	expect(fromOdooTime('2026-11-22 15:30:00')).toBe(MOMENT);
});

it.each([false, '', undefined])('reads no moment out of %p', (empty) => {
	expect(fromOdooTime(empty)).toBeNaN();
});

it('reads archived records and passes on a context', async () => {
	const odoo = fakeOdoo(() => [{ id: 1 }]);
	const options = { archived: true, order: 'id', context: { lang: 'zh_CN' } };
	expect(await searchRead(odoo, 'res.partner', [], ['name'], options)).toEqual([{ id: 1 }]);
	expect(odoo.calls).toMatchObject([
		{ params: { order: 'id' }, context: { active_test: false, lang: 'zh_CN' } },
	]);
});

it('rejects an answer that has no records', async () => {
	const answer = searchRead(
		fakeOdoo(() => '<html>'),
		'res.partner',
		[],
		['name'],
	);
	await expect(answer).rejects.toMatchObject({ code: 'ODOO_ANSWER_UNEXPECTED' });
});

it('reads all records in pages', async () => {
	const pages = [Array.from({ length: 2_000 }, (_, index) => ({ id: index + 1 })), [{ id: 3_000 }]];
	const odoo = fakeOdoo((_, index) => pages[index]);
	expect(await everyRow(odoo, 'sale.order', [['state', '=', 'sale']], ['name'])).toHaveLength(
		2_001,
	);
	expect(odoo.calls[1]?.params?.domain).toEqual([
		['state', '=', 'sale'],
		['id', '>', 2_000],
	]);
});

it('reads values of fields', () => {
	expect([idOf([3, 'x']), idOf(false), idsOf([1, 2]), idsOf(false), textOf(false)]).toEqual([
		3,
		undefined,
		[1, 2],
		[],
		'',
	]);
	const row = { id: 1, currency_id: [6, 'JPY'], total: 1200.0 };
	expect(currencyOf(row)).toBe('JPY');
	expect(amountOf(row, 'total', 'JPY')).toEqual({ amount: 1200, currency: 'JPY' });
	expect(amountOf({ id: 1, total: 4.35 }, 'total', currencyOf({ id: 1 })).amount).toBe(435);
});

it('makes any text a part of an external id', () => {
	expect(externalIdPart('SHOP-1_a')).toBe('SHOP-1_a');
	expect(externalIdPart('a.b 订单/1')).toBe('a_b____1');
	expect(setUpId('x_wechat.sku', 'menu')).toBe('wechat_setup.x_wechat.sku_menu');
});

it("writes a moment in Odoo's format, in UTC", () => {
	expect(toOdooTime(Date.parse('2026-11-22T23:30:00.250+08:00'))).toBe('2026-11-22 15:30:00');
});

it('selects a company only where one is known', () => {
	expect(inCompany(3)).toEqual({ allowed_company_ids: [3] });
	expect(inCompany(undefined)).toEqual({});
});

it('leaves out the log of changes only together with the log of creation', () => {
	expect(WITHOUT_CHANGE_LOG).toMatchObject(WITHOUT_LOG);
	expect(WITHOUT_LOG).not.toHaveProperty('tracking_disable');
});
