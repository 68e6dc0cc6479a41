import { readPaidOrder } from '../../../lib/orders/record/read-paid-order';
import type { OrderDetails, RecipientItem } from '../../../lib/orders/model/order-details';
import type { PaidOrder, RecordOptions } from '../../../lib/orders/model/paid-order';
import { splitAddress } from '../../../lib/orders/model/split-address';
import { checkSetUp, runSetUp } from '../../../lib/set-up/run-set-up';
import { orderFieldSteps } from '../../../lib/set-up/order-field-steps';
import { connectOdoo } from '../../../lib/odoo/connect';
import type { OdooClient } from '../../../lib/odoo/client';
import { payment } from '../support/payments';
import { losingTheAnswer, record } from '../support/recording';
import { useShop } from '../support/shop';
import { protocolsOf, VERSIONS } from '../support/versions';

interface Row {
	id: number;
	[field: string]: unknown;
}

const RECIPIENT = {
	...{ name: '李雷', phone: '+86 138 0000 5678', country: 'CN', province: '广东省' },
	...{ city: '广州市', district: '天河区', street: '体育西路 1 号', postcode: '510000' },
};

/** Each address with the beginning of its state in Odoo; none where it stays whole. */
const SHAPES: Array<[text: string, state: string]> = [
	['广东省广州市天河区体育西路 1 号', '广东'],
	['浙江省 杭州市 西湖区 文三路 1 号', '浙江'],
	['广东广州市天河区体育西路 2 号', '广东'],
	['上海市浦东新区世纪大道 1 号', '上海'],
	['北京市北京市朝阳区建国路 1 号', '北京'],
	['天津市市辖区和平区南京路 1 号', '天津'],
	['重庆市县巫山县广东东路 1 号', '重庆'],
	['新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县一路 1 号', '新疆'],
	['内蒙古锡林郭勒盟锡林浩特市宝力根街 1 号', '内蒙古'],
	['广西南宁市青秀区民族大道 1 号', '广西'],
	['西藏自治区拉萨市城关区北京中路 1 号', '西藏'],
	['宁夏银川市金凤区正源街 1 号', '宁夏'],
	['香港特别行政区九龙油尖旺区弥敦道 1 号', '香港'],
	['澳门特别行政区澳门半岛新马路 1 号', '澳门'],
	['臺灣新北市板橋區縣民大道 1 號', '台湾'],
	['福建省厦门市思明区 73131 部队 12 分队', '福建'],
	['湖北省仙桃市干河街道 1 号', '湖北'],
	['海南省陵水黎族自治县椰林镇 1 号', '海南'],
	['73131 部队 12 分队', ''],
	['天河区体育西路 1 号', ''],
	['Room 301, 5 Renmin Road, Tianhe District, Guangzhou 510000, China', ''],
];

describe.each(VERSIONS)('Whole orders in Odoo %s', (version) => {
	const shop = useShop(version);
	const [protocol] = protocolsOf(version);
	const admin = () => shop().admin;

	let client: OdooClient;
	let product: number;
	let service: number;
	beforeAll(async () => {
		const { login, password } = shop().server.admin;
		const set = { ...shop().connection('xmlrpc'), login, secret: password };
		await runSetUp(await connectOdoo(set), orderFieldSteps);
		client = await shop().connect(protocol);
		// Odoo's import takes times for those of the user's zone, all else in it is UTC.
		await admin().call('res.users', 'write', [[await client.userId()], { tz: 'Asia/Shanghai' }]);
		product = shop().product(1000);
		const values = { name: 'Delivery charge', type: 'service' };
		service = await admin().call<number>('product.product', 'create', [values]);
	}, 600_000);

	const find = async (model: string, domain: unknown[], fields: string[]) =>
		await admin().call<Row[]>(model, 'search_read', [domain, fields]);
	/** A payment of one unit at 1 yuan, with these details, as the node reads it. */
	const bought = (details: OrderDetails, totalFen = 100): PaidOrder => {
		const { payment: paid, mapping } = payment([{ product, quantity: 1, price: 100 }], totalFen);
		return readPaidOrder({ ...paid, mapping, ...details });
	};
	const recordOne = async (order: PaidOrder, options?: RecordOptions, odoo = client) => {
		const [recorded] = await record(odoo, [order], options);
		const fields = ['partner_id', 'partner_shipping_id', 'note', 'commitment_date', 'picking_ids'];
		const more = [
			'campaign_id',
			'medium_id',
			'source_id',
			'team_id',
			'x_wechat_invoice_title',
			'x_wechat_paid_on',
		];
		const domain = [['id', '=', recorded?.sale_order_id]];
		const [row] = await find('sale.order', domain, [...fields, ...more]);
		const notes = await find('stock.picking', [['sale_id', '=', row?.id]], ['note']);
		return { recorded, row, notes: notes.map(({ note }) => String(note)) };
	};
	const text = (value: unknown) => JSON.stringify(value);

	it('have address, remark, campaign, team, invoice title, day of delivery and shipping', async () => {
		const names = { name: `WeChat ${Date.now()}` };
		const team = await admin().call<number>('crm.team', 'create', [names]);
		const order = bought(
			{
				...{ recipient: RECIPIENT, remark: 'Ring <twice>, 13800005678', is_gift: true },
				...{ shipping_fen: 1000, invoice_title: 'A company', sales_team: names.name },
				...{ campaign: 'lilys-list', medium: 'Mini Program', source: 'Live' },
				expected_delivery: '2027-01-15',
			},
			1100,
		);
		const options = { taxes: 'none', shippingProductId: service } as const;
		const { recorded, row, notes } = await recordOne(order, options);
		expect(recorded).toMatchObject({ status: 'reserved', amount_total: '11.00' });
		expect(text([row?.campaign_id, row?.medium_id, row?.source_id])).toMatch(
			/lilys-list.*Mini Program.*Live/,
		);
		expect(row).toMatchObject({ x_wechat_invoice_title: 'A company', team_id: [team, names.name] });
		const paidOn = Date.parse(`${String(row?.x_wechat_paid_on).replace(' ', 'T')}Z`);
		expect(paidOn).toBe(Math.floor(Date.parse(order.payment.success_time ?? '') / 1000) * 1000);
		expect(String(row?.commitment_date)).toMatch(/^2027-01-15/);
		for (const note of [String(row?.note), ...notes]) {
			expect(note).toMatch(/This order is a gift.*Buyer.*Ring (&lt;|<)twice(&gt;|>), 13800005678/);
		}
		expect(notes).toHaveLength(1);
		const messages = await find(
			'mail.message',
			[
				['res_id', '=', row?.id],
				['model', '=', 'sale.order'],
			],
			['body'],
		);
		const chatter = messages.map(({ body }) => String(body)).join();
		expect(chatter).toContain('天河区 体育西路 1 号');
		expect(chatter).toContain('Ring &lt;twice&gt;, ****5678');
		expect(chatter).not.toContain('0000 5678');
		expect(chatter).not.toContain('13800005678');
		const place = [['id', '=', (row?.partner_shipping_id as number[])[0]]];
		const fields = ['name', 'phone', 'type', 'zip', 'city', 'street', 'state_id', 'country_id'];
		const [address] = await find('res.partner', place, [...fields, 'parent_id', 'comment']);
		expect(address).toMatchObject({
			...{ name: '李雷', type: 'delivery', zip: '510000', city: '广州市' },
			...{ street: '天河区体育西路 1 号', phone: RECIPIENT.phone },
		});
		expect(text([address?.state_id, address?.country_id])).toMatch(/广东.*China/);
		expect((address?.parent_id as number[])[0]).toBe((row?.partner_id as number[])[0]);
		expect(String(address?.comment)).toContain('Address as received');
	});

	it('need no shipping product, but go to review with the reason', async () => {
		const { recorded } = await recordOne(bought({ shipping_fen: 1000 }, 1100));
		expect(recorded).toMatchObject({
			status: 'needs_review',
			reason: expect.stringContaining('Shipping Product'),
		});
	});

	it('of one buyer go to two addresses, and neither is overwritten', async () => {
		const { payer } = bought({}).payment;
		const to = async (recipient: RecipientItem) => {
			const order = bought({ recipient });
			order.payment.payer = { ...payer };
			const { row } = await recordOne(order);
			return [row?.partner_id, row?.partner_shipping_id].map((one) => (one as number[])[0]);
		};
		const [buyer, home] = await to(RECIPIENT);
		await admin().call('res.partner', 'write', [[home], { street: 'Corrected by a person' }]);
		const [sameBuyer, office] = await to({ ...RECIPIENT, street: '体育东路 2 号' });
		expect(await to({ ...RECIPIENT, street: '体育西路1号' })).toEqual([buyer, home]);
		expect(sameBuyer).toBe(buyer);
		expect(office).not.toBe(home);
		const streets = await find('res.partner', [['id', 'in', [home, office]]], ['street']);
		expect(streets.map(({ street }) => street).sort()).toEqual([
			'Corrected by a person',
			'天河区体育东路 2 号',
		]);
	});

	it('have addresses of any Chinese shape, whole and with a hint where they do not split', async () => {
		const orders = SHAPES.map(([street]) => bought({ recipient: { name: '李雷', street } }));
		const recorded = await record(client, orders);
		expect(recorded.map(({ status }) => status)).toEqual(SHAPES.map(() => 'reserved'));
		const ids = recorded.map(({ sale_order_id: id }) => id);
		const rows = await find('sale.order', [['id', 'in', ids]], ['partner_shipping_id']);
		const places = new Map(
			rows.map(({ id, partner_shipping_id: place }) => [id, (place as number[])[0]]),
		);
		const fields = ['street', 'state_id', 'comment'];
		const contacts = await find('res.partner', [['id', 'in', [...places.values()]]], fields);
		for (const [index, [shape, state]] of SHAPES.entries()) {
			const contact = contacts.find(({ id }) => id === places.get(ids[index] ?? 0));
			const { district = '', street = shape } = splitAddress(shape) ?? {};
			expect(contact).toMatchObject({ street: district + street });
			expect(String((contact?.state_id as unknown[])?.[1] ?? '')).toMatch(`${state}`);
			expect(Boolean(contact?.state_id)).toBe(state !== '');
			expect(String(contact?.comment).includes('could not be split')).toBe(state === '');
		}
	});

	it("have the buyer's remark once, above the terms of the company, after a lost answer", async () => {
		const order = bought({ remark: 'Ring twice' });
		const losing = losingTheAnswer(client, 'stock.picking', 'load');
		const { row } = await recordOne(order, undefined, losing);
		const terms = isText(row?.note) ? 'Our terms' : '<p>Our terms</p>';
		const values = { note: `${String(row?.note)}${terms}` };
		await admin().call('sale.order', 'write', [[row?.id], values]);
		const again = await recordOne(order);
		for (const note of [String(again.row?.note), ...again.notes]) {
			expect(note.split('Ring twice')).toHaveLength(2);
		}
		expect(String(again.row?.note)).toMatch(/Ring twice.*\n?.*Our terms/);
	});
	const isText = (note: unknown) => !String(note).startsWith('<');

	it('are checked by Set Up: the invoice title has a field', async () => {
		expect(await checkSetUp(client, orderFieldSteps)).toContainEqual(
			expect.objectContaining({
				step: 'Field WeChat Invoice Title of sale orders',
				status: 'exists',
			}),
		);
	});
});
