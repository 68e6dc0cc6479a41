import fc from 'fast-check';

import { IntegrationError } from '../../../../../lib/core/errors';
import {
	findProducts,
	readProducts,
	skuExternalId,
} from '../../../../../lib/sku-map/odoo/find-products';
import { fakeOdoo } from '../../odoo/fake-odoo';

const row = (id: number) => ({
	id,
	default_code: false,
	barcode: false,
	name: 'Tee',
	active: true,
	sale_ok: true,
	company_id: false,
	lst_price: 9.9,
	uom_id: [3, 'Units'],
});
const unknown = new IntegrationError({
	code: 'ODOO_EXTERNAL_ID_UNKNOWN',
	message: '',
	likelyCause: '',
	nextStep: '',
});

/** External ids of a variant, of templates with one and with two variants, and of another model. */
const REFERENCES: Record<string, [string, number]> = {
	variant: ['product.product', 1],
	single: ['product.template', 10],
	many: ['product.template', 20],
	partner: ['res.partner', 1],
};
const odoo = () =>
	fakeOdoo(({ model, params }) => {
		if (model === 'ir.model.data') {
			const found = REFERENCES[String(params?.xml_id)];
			if (found) return found;
			throw unknown;
		}
		const domain = JSON.stringify(params?.domain);
		if (domain.includes('product_tmpl_id')) {
			return [2, 3, 4].map((id) => ({ id, product_tmpl_id: [id === 2 ? 10 : 20, 'T'] }));
		}
		return [1, 2, 3, 4].filter((id) => domain.includes(String(id))).map(row);
	});

it('finds variants by external id, and the one variant of a template', async () => {
	const ids = ['variant', 'single', 'many', 'partner', 'nobody'].map((name) => `shop.${name}`);
	const found = await findProducts(odoo(), 'externalId', [...ids, 'no dot']);
	expect([...found].map(([name, products]) => [name, products.map(({ id }) => id)])).toEqual([
		['shop.variant', [1]],
		['shop.single', [2]],
	]);
});

it('passes on what it cannot take for an unknown id', async () => {
	const broken = fakeOdoo(() => {
		throw new Error('broken');
	});
	await expect(findProducts(broken, 'externalId', ['shop.x'])).rejects.toThrow('broken');
});

it('looks for archived products too, in one call, and reads an empty reference as empty text', async () => {
	const client = odoo();
	expect(await readProducts(client, 'id', [1, 1])).toEqual([
		{
			id: 1,
			default_code: '',
			barcode: '',
			name: 'Tee',
			active: true,
			sale_ok: true,
			list_price: 9.9,
			uom_id: 3,
		},
	]);
	expect(client.calls).toHaveLength(1);
	expect(client.calls[0]).toMatchObject({ context: { active_test: false } });
	expect(client.calls[0]?.params?.domain).toEqual([['id', 'in', [1]]]);
});

it('asks Odoo nothing when nothing is wanted', async () => {
	const client = odoo();
	expect(await readProducts(client, 'default_code', [])).toEqual([]);
	expect(client.calls).toEqual([]);
});

it('takes "id:" and a number for a database id, whatever the other names are', async () => {
	const client = fakeOdoo(({ params }) => {
		const [[field, , values]] = (params as { domain: [[string, string, unknown[]]] }).domain;
		return field === 'id'
			? values.map((id) => row(Number(id)))
			: [7, 8].map((id) => ({ ...row(id), default_code: 'TWIN' }));
	});
	const found = await findProducts(client, 'defaultCode', ['id:3', 'TWIN', 'GONE', '']);
	expect([...found].map(([name, products]) => [name, products.map(({ id }) => id)])).toEqual([
		['id:3', [3]],
		['TWIN', [7, 8]],
	]);
	expect(client.calls.map(({ params }) => params?.domain)).toEqual([
		[['id', 'in', [3]]],
		[['default_code', 'in', ['TWIN', 'GONE']]],
	]);
});

describe('skuExternalId', () => {
	it('keeps what Odoo takes as it is', () => {
		expect(skuExternalId('TEE-RED_M')).toBe('wechat_sku.TEE-RED_M');
	});

	it('escapes dots, spaces and Chinese', () => {
		expect(skuExternalId('A.1 红')).toBe('wechat_sku.A~2E1~20~E7~BA~A2');
	});

	it('never gives two SKUs one id, nor an id a second dot', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'grapheme' }),
				fc.string({ unit: 'grapheme' }),
				(one, other) => {
					const id = skuExternalId(one);
					expect(id.split('.')).toHaveLength(2);
					expect(id === skuExternalId(other)).toBe(one === other);
				},
			),
		);
	});
});
