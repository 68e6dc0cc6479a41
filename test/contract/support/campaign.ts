import type { OdooClient } from '../../../lib/odoo/client';
import type { RecordOptions } from '../../../lib/odoo/paid-order/paid-order';
import { payment } from './payments';
import { record } from './recording';
import type { Protocol, Shop } from './shop';

interface Row {
	id: number;
	[field: string]: unknown;
}

/** What a campaign's orders carry besides their lines. */
export function describeCampaign(shop: () => Shop, protocol: Protocol): void {
	let client: OdooClient;
	let product: number;
	const admin = () => shop().admin;
	beforeAll(async () => {
		client = await shop().connect(protocol);
		product = shop().product(1000);
	});
	const service = async (name: string) =>
		await admin().call<number>('product.product', 'create', [
			{ name: `${name} ${protocol}`, type: 'service', taxes_id: [[5]] },
		]);
	const read = async (model: string, id: unknown, fields: string[]) =>
		(await admin().call<Row[]>(model, 'read', [[id], fields]))[0];
	const first = (many2one: unknown) => (Array.isArray(many2one) ? (many2one[0] as number) : 0);

	it("gives shipping, the shop's discount and the merchant's part of coupons their lines", async () => {
		const order = payment([{ product, quantity: 1, price: 10_000 }], 10_500);
		Object.assign(order, { shippingFen: 1_000, discountFen: 500, merchantCouponFen: 300 });
		const options: RecordOptions = {
			taxes: 'none',
			shippingProductId: await service('Express'),
			discountProductId: await service('Discount'),
		};
		const [recorded] = await record(client, [order], options);
		expect(recorded).toMatchObject({ status: 'reserved', state: 'sale', amount_total: '102.00' });
		const lines = await admin().call<Row[]>('sale.order.line', 'search_read', [
			[['order_id', '=', recorded?.sale_order_id]],
			['price_total'],
		]);
		expect(lines.map(({ price_total: total }) => total).sort()).toEqual([-3, -5, 10, 100]);
	});

	it('leaves a discount without a product for its line to a person', async () => {
		const order = payment([{ product, quantity: 1, price: 10_000 }], 9_500);
		const [recorded] = await record(client, [{ ...order, discountFen: 500 }]);
		expect(recorded).toMatchObject({ status: 'needs_review', state: 'draft' });
		expect(recorded?.reason).toMatch(/100\.00 CNY, but 95\.00 CNY/);
	});

	it('maps taxes by the chosen fiscal position, and holds a tax in the price to the total', async () => {
		const tax = async (name: string, included: boolean) => {
			const field =
				shop().server.version === '14'
					? { price_include: included }
					: { price_include_override: included ? 'tax_included' : 'tax_excluded' };
			return await admin().call<number>('account.tax', 'create', [
				{
					name: `${name} ${protocol}`,
					amount: 13,
					amount_type: 'percent',
					type_tax_use: 'sale',
					...field,
				},
			]);
		};
		const onTop = await tax('On top of', false);
		const goods = shop().product(1000);
		const set = async (id: number) =>
			await admin().call('product.product', 'write', [[goods], { taxes_id: [[6, 0, [id]]] }]);
		await set(await tax('In price', true));
		const line = { product: goods, quantity: 3, price: 333 };
		const [included] = await record(client, [payment([line])], { taxes: 'odoo' });
		expect(included).toMatchObject({ status: 'reserved', amount_total: '9.99' });

		await set(onTop);
		const position = await admin().call<number>('account.fiscal.position', 'create', [
			{ name: `No tax ${protocol}` },
		]);
		if (shop().server.version === '14') {
			const mapping = { position_id: position, tax_src_id: onTop };
			await admin().call('account.fiscal.position.tax', 'create', [mapping]);
		}
		const [mapped] = await record(client, [payment([line])], {
			taxes: 'odoo',
			fiscalPositionId: position,
		});
		const [order] = [await read('sale.order', mapped?.sale_order_id, ['fiscal_position_id'])];
		expect(first(order?.fiscal_position_id)).toBe(position);
		// From Odoo 19 on a tax itself says which positions replace it.
		if (shop().server.version === '14') expect(mapped).toMatchObject({ amount_total: '9.99' });
		else expect(mapped?.status).toMatch(/reserved|needs_review/);
	});

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
			Object.assign(order, { contact: { name: 'Buyer', phone: '+86 10 0000 0000' }, address: to });
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
		const fields = ['name', 'phone', 'type', 'parent_id', 'state_id', 'city', 'street', 'street2'];
		const row = await read('res.partner', place, [...fields, 'comment', 'country_id']);
		expect(row).toMatchObject({ name: 'Recipient', phone: address.phone, type: 'delivery' });
		expect(row).toMatchObject({ city: '广州市', street: '体育西路 1 号', street2: '天河区' });
		expect(first(row?.parent_id)).toBe(buyer);
		expect(JSON.stringify([row?.state_id, row?.comment])).toMatch(/广东.*天河区体育西路/);
		expect(await read('res.partner', buyer, ['name', 'phone'])).toMatchObject({
			name: 'Buyer',
			phone: '+86 10 0000 0000',
		});
	});

	it('writes channel, team, tags, company and warehouse, and the payment into the chatter', async () => {
		const [company = 0] = await admin().call<number[]>('res.company', 'search', [[]], { limit: 1 });
		const [, other] = await admin().call<number[]>('stock.warehouse', 'search', [[]]);
		const values = { name: `Second ${protocol}`, code: protocol === 'json2' ? 'SJ' : 'SX' };
		const warehouse = other ?? (await admin().call<number>('stock.warehouse', 'create', [values]));
		const team = await admin().call<number>('crm.team', 'create', [{ name: `WeChat ${protocol}` }]);
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
		expect(JSON.stringify([row?.medium_id, row?.campaign_id])).toMatch(/Mini Program.*Influencer/);
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
}
