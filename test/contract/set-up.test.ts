import { connectOdoo } from '../../lib/odoo/connect';
import type { OdooClient } from '../../lib/odoo/client';
import { checkSetUp, removeSetUp, runSetUp, setUpPieces } from '../../lib/odoo/set-up/set-up';
import type { OdooVersion } from '../../scripts/services/odoo';
import { payment } from './support/payments';
import { record } from './support/recording';
import { openShop, type Shop } from './support/shop';

const PIECES = setUpPieces({ currencies: ['CNY', 'USD', 'INR'] });
const NAMES = PIECES.map(({ name }) => name);
/** Odoo reads its models anew for each field, on a busy machine for seconds. */
const SLOW = 600_000;
const FIELDS = NAMES.filter((name) => name.startsWith('Field'));

describe.each<OdooVersion>(['19', '14'])('Setting Odoo %s up', (version) => {
	let shop: Shop;
	let administrator: OdooClient;
	let user: OdooClient;
	beforeAll(async () => {
		shop = await openShop(version);
		const { login, password } = shop.server.admin;
		administrator = await connectOdoo({ ...shop.connection('xmlrpc'), login, secret: password });
		user = await shop.connect('xmlrpc');
	}, 1_800_000);
	afterAll(async () => await shop?.server.stop());

	const thoseThat = async (
		way: typeof checkSetUp,
		odoo: OdooClient,
		status: string,
	): Promise<string[]> =>
		(await way(odoo, PIECES)).filter((one) => one.status === status).map(({ piece }) => piece);

	it('a user without the rights learns which are missing, and makes no more than it may', async () => {
		const checked = await checkSetUp(user, PIECES);
		for (const name of FIELDS) {
			expect(checked.find(({ piece }) => piece === name)).toMatchObject({
				status: 'no_right',
				message: expect.stringContaining('Administration: Settings'),
			});
		}
		expect(await thoseThat(runSetUp, user, 'made')).toEqual(
			checked.filter(({ status }) => status === 'to_make').map(({ piece }) => piece),
		);
		const still = await thoseThat(checkSetUp, administrator, 'to_make');
		expect(still).toEqual(expect.arrayContaining(FIELDS));
	});

	it(
		'an administrator makes all that is missing, once',
		async () => {
			const missing = await thoseThat(checkSetUp, administrator, 'to_make');
			expect(missing).toEqual(expect.arrayContaining(FIELDS));
			expect(await thoseThat(runSetUp, administrator, 'made')).toEqual(missing);
			expect(await thoseThat(runSetUp, administrator, 'exists')).toEqual(NAMES);
			expect(await thoseThat(checkSetUp, user, 'exists')).toEqual(NAMES);
		},
		SLOW,
	);

	it('orders recorded afterwards carry what the new fields tell', async () => {
		const fresh = await connectOdoo(
			{ ...shop.connection('xmlrpc'), timeoutMs: 59_000 },
			Date.now(),
		);
		const order = payment([{ product: shop.product(1000), quantity: 1, price: 100 }]);
		const [recorded] = await record(fresh, [order]);
		const [seen] = await shop.admin.call<object[]>('sale.order', 'read', [
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
});
