import type { OdooClient } from '../../../lib/odoo/client';
import { payment } from '../support/payments';
import { record } from '../support/recording';
import { useShop } from '../support/shop';
import { protocolsOf, VERSIONS } from '../support/versions';

interface Row {
	id: number;
	[field: string]: unknown;
}

/** What a campaign's orders carry besides their lines. */
describe.each(VERSIONS)('A campaign in Odoo %s', (version) => {
	const shop = useShop(version);

	describe.each(protocolsOf(version))('over %s', (protocol) => {
		let client: OdooClient;
		let product: number;
		const admin = () => shop().admin;
		beforeAll(async () => {
			client = await shop().connect(protocol);
			product = shop().product(1000);
		});
		const read = async (model: string, id: unknown, fields: string[]) =>
			(await admin().call<Row[]>(model, 'read', [[id], fields]))[0];
		const first = (many2one: unknown) => (Array.isArray(many2one) ? (many2one[0] as number) : 0);

		it('keeps the buyer by UnionID, and each address once, in Odoo’s own fields', async () => {
			const address = {
				name: 'Recipient',
				phone: '+86 20 0000 0000',
				province: '广东省',
				city: '广州市',
				district: '天河区',
				street: '体育西路 1 号',
				text: '广东省广州市天河区体育西路 1 号',
			};
			const unionid = `oU${protocol}${product}`;
			const recordOne = async (appid: string, to: object) => {
				const order = payment([{ product, quantity: 1, price: 100 }]);
				order.payment.appid = appid;
				order.payment.payer = { ...order.payment.payer, unionid };
				Object.assign(order, {
					contact: { name: 'Buyer', phone: '+86 10 0000 0000' },
					address: to,
				});
				const [recorded] = await record(client, [order]);
				const fields = ['partner_id', 'partner_shipping_id'];
				const row = await read('sale.order', recorded?.sale_order_id, fields);
				return [first(row?.partner_id), first(row?.partner_shipping_id)];
			};
			const [buyer, place] = await recordOne('wx01', address);
			expect(await recordOne('wx02', address)).toEqual([buyer, place]);
			const [sameBuyer, otherPlace] = await recordOne('wx01', { ...address, street: '体育东路' });
			expect(sameBuyer).toBe(buyer);
			expect(otherPlace).not.toBe(place);
			const fields = ['name', 'phone', 'type', 'parent_id', 'state_id', 'city', 'street'];
			const row = await read('res.partner', place, [...fields, 'comment']);
			expect(row).toMatchObject({ name: 'Recipient', phone: address.phone, type: 'delivery' });
			expect(row).toMatchObject({ city: '广州市', street: '天河区体育西路 1 号' });
			expect(first(row?.parent_id)).toBe(buyer);
			expect(JSON.stringify([row?.state_id, row?.comment])).toMatch(/广东.*天河区体育西路/);
			expect(await read('res.partner', buyer, ['name', 'phone'])).toMatchObject({
				name: 'Buyer',
				phone: '+86 10 0000 0000',
			});
		});

		it('writes channel, team, tags, company and warehouse, and the payment into the chatter', async () => {
			const [company = 0] = await admin().call<number[]>('res.company', 'search', [[]], {
				limit: 1,
			});
			const [, other] = await admin().call<number[]>('stock.warehouse', 'search', [[]]);
			const values = { name: `Second ${protocol}`, code: protocol === 'json2' ? 'SJ' : 'SX' };
			const warehouse =
				other ?? (await admin().call<number>('stock.warehouse', 'create', [values]));
			const team = await admin().call<number>('crm.team', 'create', [
				{ name: `WeChat ${protocol}` },
			]);
			const tag = await admin().call<number>('crm.tag', 'create', [{ name: `Live ${protocol}` }]);
			const order = payment([{ product, quantity: 1, price: 100 }]);
			order.payment.payer_total_fen = 80;
			order.channel = { medium: 'Mini Program', campaign: `Influencer ${protocol}` };
			const [recorded] = await record(client, [order], {
				taxes: 'none',
				companyId: company,
				warehouseId: warehouse,
				teamId: team,
				tagIds: [tag],
			});
			// All stock lies in the first warehouse.
			expect(recorded).toMatchObject({ status: 'short', state: 'sale' });
			const row = await read('sale.order', recorded?.sale_order_id, [
				'company_id',
				'warehouse_id',
				'team_id',
				'tag_ids',
				'medium_id',
				'campaign_id',
				'message_ids',
			]);
			expect([row?.company_id, row?.warehouse_id, row?.team_id].map(first)).toEqual([
				company,
				warehouse,
				team,
			]);
			expect(row?.tag_ids).toEqual([tag]);
			expect(JSON.stringify([row?.medium_id, row?.campaign_id])).toMatch(
				/Mini Program.*Influencer/,
			);
			const messages = await admin().call<Row[]>('mail.message', 'read', [
				row?.message_ids,
				['body'],
			]);
			const notes = messages
				.map(({ body }) => String(body))
				.filter((body) => body.includes('WeChat Pay'));
			expect(notes).toHaveLength(1);
			expect(notes[0]).toContain(order.payment.transaction_id);
			expect(notes[0]).toMatch(/1\.00 CNY.*0\.80 CNY/);
		});
	});
});
