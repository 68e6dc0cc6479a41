import type { OdooClient } from '../../../lib/odoo/client';
import { checkSettings, settingChecks } from '../../../lib/set-up/check-settings';
import { isBefore } from '../../../tools/services/odoo-versions';
import { useRoutes } from '../support/apps';
import { suppliedToOrder, warehouse } from '../support/routes';
import { protocolsOf, VERSIONS } from '../support/versions';

/** What Set Up: Check says of the settings of a company, read with the rights of daily work. */
describe.each(VERSIONS)('Settings of Odoo %s', (version) => {
	const shop = useRoutes(version);
	let client: OdooClient;
	beforeAll(async () => {
		client = await shop().connect(protocolsOf(version)[0]);
	});
	const check = async () => {
		const reports = await checkSettings(client, settingChecks('CNY', Date.now()));
		return new Map(reports.map(({ step, status, message }) => [step, `${status}: ${message}`]));
	};

	it('are all readable, and each says what it means', async () => {
		const found = await check();
		expect([...found.values()].filter((text) => /^(no_right|failed)/.test(text))).toEqual([]);
		expect(found.get('Lock Confirmed Sales')).toBe('fine: It is off.');
		expect(found.get('Warehouses')).toMatch(/^fine/);
		expect(found.get('Delivery steps')).toContain('one step');
		if (!isBefore(version, '15')) expect(found.get('Reservation method')).toMatch(/^fine/);
	});

	it('say what happens to orders in a company with routes, warehouses and locks', async () => {
		const { admin } = shop();
		await suppliedToOrder(shop(), 'dropship');
		await warehouse(shop(), 'pick_ship', []);
		const [first] = await admin.call<number[]>('stock.warehouse', 'search', [[]], { limit: 1 });
		await admin.call('stock.warehouse', 'write', [[first], { delivery_steps: 'pick_pack_ship' }]);
		const settings = await admin.call<number>('res.config.settings', 'create', [
			{ group_auto_done_setting: true },
		]);
		await admin.call('res.config.settings', 'execute', [[settings]]);
		const currency = await admin.call<number[]>(
			'res.currency',
			'search',
			[[['name', '=', 'XPF']]],
			{ context: { active_test: false } },
		);
		await admin.call('res.currency', 'write', [currency, { active: true }]);
		if (!isBefore(version, '15')) {
			const types = await admin.call<number[]>('stock.picking.type', 'search', [
				[['warehouse_id', '=', first]],
			]);
			await admin.call('stock.picking.type', 'write', [types, { reservation_method: 'manual' }]);
		}
		const found = await check();
		expect(found.get('Lock Confirmed Sales')).toContain('It is on.');
		expect(found.get('Warehouses')).toMatch(/^attention.*Warehouse TWO/);
		expect(found.get('Delivery steps')).toContain('picked and packed');
		expect(found.get('Drop-shipping')).toMatch(/Dropship|Drop Ship/i);
		expect(found.get('Currency rates')).toMatch(/^attention.*XPF/);
		if (!isBefore(version, '15')) expect(found.get('Reservation method')).toMatch(/^attention/);
	});
});
