import type { OdooClient } from '../../../lib/odoo/client';
import { isBefore } from '../../../tools/services/odoo-versions';
import { payment } from '../support/payments';
import { record } from '../support/recording';
import { useShop } from '../support/shop';
import { protocolsOf, VERSIONS } from '../support/versions';

/** The integration's user works in Chinese: nothing may depend on English words. */
describe.each(VERSIONS)('A user who works in Chinese in Odoo %s', (version) => {
	const shop = useShop(version);

	describe.each(protocolsOf(version))('over %s', (protocol) => {
		let client: OdooClient;
		const setLanguage = async (lang: string) => {
			const { admin, server } = shop();
			const user = [['login', '=', server.user.login]];
			const ids = await admin.call<number[]>('res.users', 'search', [user]);
			await admin.call('res.users', 'write', [ids, { lang }]);
		};
		beforeAll(async () => {
			const { admin, server } = shop();
			const languages = [
				['code', '=', 'zh_CN'],
				['active', 'in', [true, false]],
			];
			const ids = await admin.call<number[]>('res.lang', 'search', [languages]);
			const chosen = isBefore(server.version, '16')
				? { lang: 'zh_CN' }
				: { lang_ids: [[6, 0, ids]] };
			const wizard = await admin.call<number>('base.language.install', 'create', [chosen]);
			await admin.call('base.language.install', 'lang_install', [[wizard]]);
			await setLanguage('zh_CN');
			const connected = await shop().connect(protocol);
			// Calls over an API have the language that they ask for.
			client = {
				...connected,
				call: async (model, method, args = {}) =>
					await connected.call(model, method, {
						...args,
						context: { lang: 'zh_CN', ...args.context },
					}),
			};
		}, 120_000);
		afterAll(async () => await setLanguage('en_US'));

		it('records, adopts and leaves drafts as in English', async () => {
			const product = shop().product(1000);
			const order = payment([{ product, quantity: 1, price: 100 }]);
			order.address = { province: '广东', street: '体育西路 1 号' };
			const [recorded] = await record(client, [order]);
			expect(recorded).toMatchObject({ status: 'reserved', adopted: false });
			expect((await record(client, [order]))[0]).toMatchObject({
				status: 'reserved',
				adopted: true,
			});
		});

		it('tells a product that is gone in the words of Odoo, as a draft', async () => {
			const bad = payment([{ product: 9_999_999, quantity: 1, price: 100 }]);
			const [recorded] = await record(client, [bad]);
			expect(recorded).toMatchObject({ status: 'needs_review', state: 'draft' });
			expect(recorded?.reason).toMatch(/[\u4e00-\u9fff]/);
		});

		it('keeps what was paid although the product was archived since', async () => {
			const product = shop().product(1000);
			await shop().admin.call('product.product', 'write', [[product], { active: false }]);
			const [recorded] = await record(client, [payment([{ product, quantity: 1, price: 100 }])]);
			// Odoo 14 does not take it any more: the order stays a draft that says so.
			const reserved = { status: 'reserved', lines: [{ product_id: product }] };
			const draft = { status: 'needs_review', state: 'draft', lines: [] };
			const named = { ...draft, reason: expect.stringContaining('is archived.') };
			expect(recorded).toMatchObject(version === '14' ? named : reserved);
		});

		it('names a missing pricelist', async () => {
			const order = payment([{ product: shop().product(1), quantity: 1, price: 100 }]);
			order.payment.amount = { currency: 'XPF' };
			const [draft] = await record(client, [order]);
			expect(draft).toMatchObject({
				status: 'needs_review',
				reason: expect.stringContaining('no active pricelist in XPF'),
			});
		});
	});
});
