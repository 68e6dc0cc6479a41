import { connectOdoo } from '../../../lib/odoo/connect';
import type { OdooClient } from '../../../lib/odoo/client';
import { orderFieldStep } from '../../../lib/set-up/order-field-steps';
import { checkSetUp, removeSetUp, runSetUp } from '../../../lib/set-up/run-set-up';
import { setUpSteps } from '../../../lib/set-up/set-up-steps';
import { OdooSale } from '../../../nodes/OdooSale/OdooSale.node';
import { odooFields } from '../../../tools/services/odoo-fields';
import { isBefore } from '../../../tools/services/odoo-versions';
import { runNode } from '../../support/engine';
import { payment } from '../support/payments';
import { record } from '../support/recording';
import { menuFinder, namedMenuPaths } from '../support/menu-paths';
import { useShop } from '../support/shop';
import { VERSIONS } from '../support/versions';

const STEPS = setUpSteps({ currencies: ['CNY', 'USD', 'INR'] });
const NAMES = STEPS.map(({ name }) => name);
/** Odoo sets its models up anew for each call that makes fields, on a busy machine for seconds. */
const SLOW = 600_000;
const TABLES = NAMES.filter((name) => name.startsWith('Table'));
const FIELDS = NAMES.filter((name) => name.startsWith('Field'));

describe.each(VERSIONS)('Setting Odoo %s up', (version) => {
	const shop = useShop(version);
	let administrator: OdooClient;
	let user: OdooClient;
	beforeAll(async () => {
		const { login, password } = shop().server.admin;
		administrator = await connectOdoo({ ...shop().connection('xmlrpc'), login, secret: password });
		user = await shop().connect('xmlrpc');
	});

	const thoseThat = async (
		way: typeof checkSetUp,
		odoo: OdooClient,
		status: string,
	): Promise<string[]> =>
		(await way(odoo, STEPS)).filter((one) => one.status === status).map(({ step }) => step);

	it('a user without the rights learns which are missing, and makes no more than it may', async () => {
		const checked = await checkSetUp(user, STEPS);
		for (const name of FIELDS) {
			expect(checked.find(({ step }) => step === name)).toMatchObject({
				status: 'no_right',
				message: expect.stringContaining('Administration: Settings'),
			});
		}
		expect(await thoseThat(runSetUp, user, 'made')).toEqual(
			checked.filter(({ status }) => status === 'to_make').map(({ step }) => step),
		);
		const still = await thoseThat(checkSetUp, administrator, 'to_make');
		expect(still).toEqual(expect.arrayContaining(FIELDS));
	});

	it(
		'an administrator makes all that is missing, once',
		async () => {
			const missing = await thoseThat(checkSetUp, administrator, 'to_make');
			expect(missing).toEqual(expect.arrayContaining(FIELDS));
			const calls: string[] = [];
			const counted: OdooClient = {
				...administrator,
				async call(...call) {
					calls.push(`${call[0]} ${call[1]}`);
					return await administrator.call(...call);
				},
			};
			expect(await thoseThat(runSetUp, counted, 'made')).toEqual(missing);
			// One for the fields of sale orders, one for each table with its columns.
			const slow = calls.filter((call) => /^ir\.model(\.fields)? (load|create)$/.test(call));
			expect(slow).toEqual(['ir.model.fields load', ...TABLES.map(() => 'ir.model load')]);
			expect(await thoseThat(runSetUp, administrator, 'exists')).toEqual(NAMES);
			expect(await thoseThat(checkSetUp, user, 'exists')).toEqual(NAMES);
		},
		SLOW,
	);

	// The texts name the menus of the newest version.
	if (version === '19') {
		it('has every menu that the documentation, the nodes and their errors name', async () => {
			const named = namedMenuPaths();
			expect(named.length).toBeGreaterThan(30);
			const opens = await menuFinder(shop());
			expect(named.filter(({ path }) => !opens(path))).toEqual([]);
		});
	}

	it('orders recorded afterwards carry what the new fields tell', async () => {
		const fresh = await connectOdoo(
			{ ...shop().connection('xmlrpc'), timeoutMs: 59_000 },
			Date.now(),
		);
		const order = payment([{ product: shop().product(1000), quantity: 1, price: 100 }]);
		const [recorded] = await record(fresh, [order]);
		const [seen] = await shop().admin.call<object[]>('sale.order', 'read', [
			[recorded?.sale_order_id],
			['x_wechat_out_trade_no', 'x_wechat_mchid'],
		]);
		expect(seen).toMatchObject({
			x_wechat_out_trade_no: order.payment.out_trade_no,
			x_wechat_mchid: order.payment.mchid,
		});
	});

	it(
		'is taken away but for what orders may need, and can be made again',
		async () => {
			// Everybody may delete a shared filter in recent versions; nobody but an administrator a field.
			const byUser = await thoseThat(removeSetUp, user, 'removed');
			expect(byUser.filter((name) => FIELDS.includes(name))).toEqual([]);
			const removed = await thoseThat(removeSetUp, administrator, 'removed');
			const ofNoUse = NAMES.filter((name) => /^(Field|Filter|Menu) /.test(name));
			expect(removed.sort()).toEqual(ofNoUse.sort());
			expect((await thoseThat(checkSetUp, administrator, 'to_make')).sort()).toEqual(removed);
			expect((await thoseThat(runSetUp, administrator, 'made')).sort()).toEqual(removed);
		},
		SLOW,
	);

	it(
		'makes of several fields those that are missing, and names the one that Odoo refuses',
		async () => {
			const refused = orderFieldStep('wechat_no_prefix', ['No Prefix', 'It cannot be made']);
			const named = [['name', '=', 'x_wechat_mchid']];
			const ids = await shop().admin.call<number[]>('ir.model.fields', 'search', [named]);
			await shop().admin.call('ir.model.fields', 'unlink', [ids]);
			const reports = await runSetUp(administrator, [refused, ...STEPS]);
			const changed = reports.filter(({ status }) => status !== 'exists');
			expect(changed).toMatchObject([
				{ step: refused.name, status: 'failed', message: expect.stringContaining('x_') },
				{ step: 'Field WeChat Merchant ID of sale orders', status: 'made' },
			]);
		},
		SLOW,
	);

	it('the node tells how Odoo pushes its changes, beside what set-up makes', async () => {
		const [told] = await runNode(
			new OdooSale(),
			{ resource: 'setUp', operation: 'check', currencies: 'CNY, USD, INR' } as never,
			[{}],
			odooFields(shop().server),
		);
		const all = (told ?? []).map(({ json }) => [json.step, json.status]);
		// What the company's own settings mean has tests beside this one.
		const isSetting = ([, status]: unknown[]) => status === 'fine' || status === 'attention';
		const seen = all.filter((one) => !isSetting(one));
		expect(all.filter(isSetting).length).toBeGreaterThanOrEqual(8);
		const pushes = isBefore(version, '17') ? 'not_possible' : 'no_right';
		expect(seen).toEqual([
			...NAMES.map((name) => [name, 'exists']),
			['Automation rules of Odoo Trigger', pushes],
		]);
	});
});
