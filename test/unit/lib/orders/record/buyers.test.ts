import { IntegrationError } from '../../../../../lib/core/errors';
import { paymentKey } from '../../../../../lib/orders/model/order-keys';
import type { PaidOrder } from '../../../../../lib/orders/model/paid-order';
import { buyerExternalId, findOrCreateBuyers } from '../../../../../lib/orders/record/buyers';
import { fakeOdoo, type MadeCall } from '../../odoo/fake-odoo';
import { paidOrder } from '../orders';

const bought = (openid: string, change: Partial<PaidOrder> = {}): PaidOrder => ({
	...paidOrder({ payer: { openid } }),
	...change,
});
const unknown = new IntegrationError({
	...{ code: 'ODOO_EXTERNAL_ID_UNKNOWN', message: '', likelyCause: '', nextStep: '' },
});

async function find(
	order: PaidOrder,
	load: (call: MadeCall, index: number) => unknown = (_, index) => ({
		ids: [index + 10],
		messages: [],
	}),
	options: { defaultCountryId?: number } = {},
) {
	let loads = 0;
	const odoo = fakeOdoo((call) => {
		if (call.method === 'load') return load(call, loads++);
		if (call.model === 'res.country') return [{ id: 48, code: 'CN' }];
		if (call.method === 'check_object_reference') throw unknown;
		if (call.method === 'has_access') return true;
		return [{ id: 31, name: '广东省' }];
	});
	const buyers = await findOrCreateBuyers(odoo, [order], options);
	const made = odoo.calls.filter(({ method }) => method === 'load');
	const [first, second] = made.map(({ params, context }) => {
		const { fields, data } = params as { fields: string[]; data: string[][] };
		const values = fields.map((field, index) => [field, data[0]?.[index]]);
		return { ...Object.fromEntries(values), context } as Record<string, unknown>;
	});
	return { buyer: buyers.get(paymentKey(order)), first, second };
}

it('names a buyer by UnionID, else by app and OpenID, else by the payment', () => {
	expect(buyerExternalId(paidOrder({ payer: { openid: 'o1', unionid: 'u1' } }))).toBe(
		'wechat_unionid.u1',
	);
	expect(buyerExternalId(bought('o1'))).toBe('wechat_openid.wx0000000000000001_o1');
	expect(buyerExternalId(paidOrder())).toBe(
		'wechat_pay.buyer_1900000001_4200002761202611221234567890',
	);
});

it('creates a contact that only shows the end of the OpenID', async () => {
	const { buyer, first, second } = await find(bought('oABCDEFGH'));
	expect(buyer).toEqual({ partnerId: 10, shippingPartnerId: 10 });
	expect(first).toMatchObject({ name: 'WeChat buyer …EFGH', ref: 'oABCDEFGH', type: 'contact' });
	expect(second).toBeUndefined();
});

it('gives a contact the default country, unless the address is in China', async () => {
	const country = { defaultCountryId: 104 };
	const { first } = await find(bought('o1'), undefined, country);
	expect(first).toMatchObject({ 'country_id/.id': '104' });
	const address = { province: '广东', city: '深圳市', street: '1 号' };
	const inChina = await find(bought('o1', { address }), undefined, country);
	expect(inChina.first).toMatchObject({ 'country_id/.id': '48' });
	expect(inChina.second).toMatchObject({ 'country_id/.id': '48' });
	const elsewhere = await find(
		bought('o1', { address: { street: '5th Ave' } }),
		undefined,
		country,
	);
	expect(elsewhere.second).toMatchObject({ 'country_id/.id': '104' });
	expect((await find(bought('o1'))).first).toMatchObject({ 'country_id/.id': '' });
});

it('creates a delivery address with its province below the buyer', async () => {
	const address = {
		name: '李雷',
		province: '广东',
		city: '深圳市',
		district: '南山区',
		street: '1 号',
	};
	const { buyer, second } = await find(bought('o1', { address }));
	expect(buyer).toEqual({ partnerId: 10, shippingPartnerId: 11 });
	expect(second).toMatchObject({
		name: '李雷',
		type: 'delivery',
		'country_id/.id': '48',
		'state_id/.id': '31',
		street: '南山区1 号',
		context: expect.objectContaining({ default_parent_id: 10 }),
	});
});

const rejected = { ids: false, messages: [{ type: 'error', message: 'No.', record: 0 }] };

it('ships to the buyer if Odoo rejects the address', async () => {
	const order = bought('o1', { address: { text: 'Lane 1' } });
	const { buyer } = await find(order, (_, index) =>
		index === 0 ? { ids: [10], messages: [] } : rejected,
	);
	expect(buyer).toEqual({ partnerId: 10, shippingPartnerId: 10 });
});

it('returns an error for a buyer that Odoo rejects', async () => {
	const { buyer } = await find(bought('o1'), () => rejected);
	expect(buyer).toMatchObject({
		code: 'ODOO_BUYER_REFUSED',
		message: expect.stringMatching(/No\.$/),
	});
});
