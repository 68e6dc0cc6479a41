import {
	apiKeyEnd,
	currencyRates,
	lockedOrders,
	pricelistRules,
} from '../../../../../lib/set-up/settings/order-settings';
import { fakeOdoo } from '../../odoo/fake-odoo';

it('tells whether confirmed orders are locked, by the groups of the user', async () => {
	const odoo = (member: object[]) =>
		fakeOdoo(
			({ method }) => (method === 'check_object_reference' ? ['res.groups', 40] : member),
			['groups_id'],
		);
	expect(await lockedOrders.check(odoo([{ id: 5 }]))).toEqual([
		'fine',
		expect.stringContaining('It is on.'),
	]);
	const off = odoo([]);
	expect(await lockedOrders.check(off)).toEqual(['fine', 'It is off.']);
	expect(off.calls.at(-1)?.params?.domain).toContainEqual(['groups_id', 'in', [40]]);
});

it('counts the rules of the pricelists in the currency', async () => {
	const rule = { id: 1, pricelist_id: [2, 'WeChat CNY'] };
	const rules = fakeOdoo(() => [rule, rule]);
	expect(await pricelistRules('CNY').check(rules)).toEqual([
		'fine',
		expect.stringContaining('WeChat CNY: their 2 rules'),
	]);
	expect(await pricelistRules('CNY').check(fakeOdoo(() => []))).toEqual([
		'fine',
		'There are none.',
	]);
});

it('warns of active currencies without a rate', async () => {
	const odoo = (without: object[]) =>
		fakeOdoo(({ model }) =>
			model === 'res.currency'
				? without
				: [{ id: 3, company_id: [3, 'X'], currency_id: [1, 'INR'] }],
		);
	expect(await currencyRates.check(odoo([{ id: 7, name: 'CNY' }]))).toEqual([
		'attention',
		expect.stringContaining('Odoo counts CNY as INR, one to one'),
	]);
	expect(await currencyRates.check(odoo([]))).toMatchObject(['fine', expect.any(String)]);
});

describe('the end of the API key', () => {
	const now = Date.parse('2026-11-30');
	const key = (end: string | false) => ({ id: 1, name: 'n8n', expiration_date: end });
	const check = async (rows: object[], fields = ['expiration_date']) =>
		await apiKeyEnd(now).check(fakeOdoo(() => rows, fields));

	it.each([
		['2026-12-15 08:00:00', 'attention', 'n8n on 2026-12-15'],
		['2027-02-15 08:00:00', 'fine', 'n8n on 2027-02-15'],
		[false, 'fine', 'No key of the user ends.'],
	] as const)('of %s is %s', async (end, status, text) => {
		expect(await check([key(end)])).toEqual([status, expect.stringContaining(text)]);
	});

	it('is unknown to older versions', async () => {
		expect(await check([], [])).toBeUndefined();
	});
});
