import { SAMPLE_RECIPIENTS, type MallBasket, type Recipient } from '../../sandbox';
import { askingTheMall } from '../../tools/services/mall-template';
import { deliverySlip } from '../../tools/services/odoo-web';
import {
	publishTemplate,
	readTemplate,
	startOrderingStack,
	type OrderingStack,
} from '../../tools/services/ordering-stack';

const PRODUCTS = [{ sku: 'TEE-RED-M', name: 'Red tee, M', price: 99, stock: 200 }];
const [shanghai, , hohhot, hongKong] = SAMPLE_RECIPIENTS;

interface Row {
	id: number;
	[field: string]: unknown;
}

let stack: OrderingStack;
let notifyUrl: string;

beforeAll(async () => {
	stack = await startOrderingStack({ products: PRODUCTS });
	const service = { name: 'Delivery charge', type: 'service' };
	const shipping = await stack.admin.call<number>('product.product', 'create', [service]);
	const template = askingTheMall(await readTemplate('ordering.json'), shipping);
	({ notifyUrl } = await publishTemplate(stack, template));
}, 1_800_000);

afterAll(async () => await stack?.stop(), 60_000);

const find = async (model: string, domain: unknown[], fields: string[]) =>
	await stack.admin.call<Row[]>(model, 'search_read', [domain, fields]);
const idIn = (many2one: unknown) => (many2one as [number, string])[0];

/** A buyer orders in the mall, pays, and WeChat notifies until the order is recorded. @returns it in Odoo */
async function bought(basket: Omit<MallBasket, 'lines'>, openid: string, attach = '') {
	const lines = [{ sku: 'TEE-RED-M', quantity: 2, unit_price_fen: 9900 }];
	const { out_trade_no, total_fen } = stack.sandbox.mall.place({ lines, ...basket });
	const payment = stack.sandbox.pay({ out_trade_no, total: total_fen, attach, openid });
	const { acknowledged } = await stack.sandbox.notify(payment, { url: notifyUrl });
	expect(acknowledged).toBe(true);
	const fields = ['state', 'partner_id', 'partner_shipping_id', 'note', 'amount_total'];
	const domain = [['client_order_ref', '=', payment.transaction_id]];
	const more = ['campaign_id', 'medium_id', 'commitment_date', 'picking_ids'];
	const [order, ...others] = await find('sale.order', domain, [...fields, ...more]);
	expect(others).toEqual([]);
	const place = [['id', '=', idIn(order?.partner_shipping_id)]];
	const [address] = await find('res.partner', place, ['name', 'type', 'street', 'city', 'phone']);
	return { order, address, transferId: (order?.picking_ids as number[])[0] ?? 0 };
}

describe('An order of the mall, through the ordering template', () => {
	it('reaches Odoo with address, remark, campaign and shipping, and a delivery slip to print', async () => {
		const { order, address, transferId } = await bought(
			{
				...{ recipient: shanghai, remark: '请放门口', shipping_fen: 1000, is_gift: true },
				...{ campaign: 'lilys-list', medium: 'Mini Program', expected_delivery: '2027-01-15' },
			},
			'oWholeOrderBuyer1',
		);
		expect(order).toMatchObject({ state: 'sale', amount_total: 208 });
		expect(JSON.stringify([order?.campaign_id, order?.medium_id])).toMatch(
			/lilys-list.*Mini Program/,
		);
		expect(String(order?.commitment_date)).toMatch(/^2027-01-15/);
		expect(String(order?.note)).toMatch(/gift.*请放门口/);
		const [transfer] = await find('stock.picking', [['id', '=', transferId]], ['note']);
		expect(String(transfer?.note)).toContain('请放门口');
		const street = `${shanghai?.district}${shanghai?.street}`;
		expect(address).toMatchObject({ name: shanghai?.name, type: 'delivery', street });
		const slip = await deliverySlip(stack.odoo, transferId);
		for (const text of [shanghai?.name, street, 'Red tee, M']) expect(slip).toContain(text);
	}, 120_000);

	it('of one buyer goes to two addresses, each created once', async () => {
		const to = async (recipient: Recipient | undefined) => {
			const { order } = await bought({ recipient }, 'oWholeOrderBuyer2');
			return [idIn(order?.partner_id), idIn(order?.partner_shipping_id)];
		};
		const [buyer, first] = await to(hohhot);
		const [sameBuyer, second] = await to(hongKong);
		expect(sameBuyer).toBe(buyer);
		expect(second).not.toBe(first);
		expect(await to(hohhot)).toEqual([buyer, first]);
	}, 120_000);

	it('takes its campaign from attach where the mall knows none', async () => {
		const { order } = await bought({ recipient: shanghai }, 'oWholeOrderBuyer3', ';c=live-1122');
		expect(JSON.stringify(order?.campaign_id)).toContain('live-1122');
	}, 120_000);
});
