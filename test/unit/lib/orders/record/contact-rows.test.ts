import type { PaidOrder } from '../../../../../lib/orders/model/paid-order';
import type { Address } from '../../../../../lib/orders/model/recipient';
import {
	addressRow,
	buyerRow,
	CONTACT_FIELDS,
} from '../../../../../lib/orders/record/contact-rows';
import { fakeOdoo } from '../../odoo/fake-odoo';
import { paidOrder } from '../orders';

const STATES: Record<number, object[]> = {
	48: [
		{ id: 1, name: '广东省', code: 'GD' },
		{ id: 2, name: '台湾省', code: 'TW' },
	],
	227: [
		{ id: 3, name: '新竹縣', code: 'HCH' },
		{ id: 4, name: '新竹市', code: 'HCT' },
		{ id: 5, name: '台北市', code: 'TPC' },
	],
	233: [{ id: 6, name: 'California', code: 'CA' }],
};
const COUNTRIES: Record<string, number> = { CN: 48, TW: 227, US: 233 };

/** The columns of an address as Odoo would get them. */
async function row(address: Address, options = {}, order: PaidOrder = paidOrder()) {
	const odoo = fakeOdoo(({ model, params }) => {
		const [[, , wanted] = []] = params?.domain as unknown[][];
		if (model === 'res.country.state') return STATES[wanted as number] ?? [];
		return COUNTRIES[String(wanted)] ? [{ id: COUNTRIES[String(wanted)] }] : [];
	});
	const values = await addressRow(odoo, { ...order, address }, options);
	return Object.fromEntries(values.map((value, index) => [CONTACT_FIELDS[index + 1], value]));
}

const guangzhou = { province: '广东', city: '广州市', district: '天河区', street: '体育西路1号' };

it('writes the parts of a Chinese address in their order on a parcel', async () => {
	const recipient = { ...guangzhou, name: '李雷', phone: '13800005678', postcode: '510000' };
	expect(await row(recipient)).toEqual({
		...{ name: '李雷', ref: '', phone: '13800005678', type: 'delivery', zip: '510000' },
		...{ 'country_id/.id': '48', 'state_id/.id': '1', city: '广州市' },
		street: '天河区体育西路1号',
		comment: 'Address as received: 510000 广东 广州市 天河区 体育西路1号',
	});
	expect((await row({ ...guangzhou, street: '天河区体育西路1号' })).street).toBe(
		'天河区体育西路1号',
	);
});

it('finds states by name, in either script, and by code, in the country of the address', async () => {
	const state = async (country: string, province: string) =>
		(await row({ country, province, street: 'x' }))['state_id/.id'];
	expect(await state('TW', '新竹市')).toBe('4');
	expect(await state('TW', '臺北市')).toBe('5');
	expect(await state('CN', '臺灣')).toBe('');
	expect(await state('CN', '台湾')).toBe('2');
	expect(await state('US', 'ca')).toBe('6');
	expect(await state('US', 'california')).toBe('6');
});

it('keeps a province that Odoo does not know, before the city', async () => {
	const abroad = { country: 'US', province: 'Ontario', city: 'Ottawa', district: 'West' };
	expect(await row({ ...abroad, street: '1 Main St' })).toMatchObject({
		...{ 'state_id/.id': '', city: 'Ontario, Ottawa', street: 'West, 1 Main St' },
	});
	expect(await row({ ...guangzhou, province: '新竹' })).toMatchObject({ city: '新竹广州市' });
});

it('says which addresses a person has to check, and masks phone numbers', async () => {
	const comment = async (address: Address) => (await row(address)).comment;
	expect(await comment({ text: '天河区 1 号 13800005678' })).toBe(
		'Address as received: 天河区 1 号 ****5678\nThe address could not be split into province, city and district. It is in Street as received: check it before you ship.',
	);
	expect(
		await comment({ ...guangzhou, masked: true, phone_expires: '2026-12-01T00:00:00Z' }),
	).toMatch(
		/\nThe phone number is a virtual one. It works until 2026-12-01T00:00:00Z.\nWeChat hides parts of this address.$/,
	);
	expect(await comment({ name: '李雷' })).toBe('');
});

it('takes the country of the node for an address without one', async () => {
	const options = { defaultCountryId: 104 };
	expect(await row({ street: '5th Ave' }, options)).toMatchObject({ 'country_id/.id': '104' });
	expect(await row({ street: '5th Ave', country: 'XX' }, options)).toMatchObject({
		'country_id/.id': '104',
	});
	expect(await row({ street: '5th Ave' })).toMatchObject({ 'country_id/.id': '' });
	const odoo = fakeOdoo(() => []);
	const buyer = await buyerRow(odoo, paidOrder({ payer: { openid: 'o12345' } }), 'key', options);
	expect(buyer).toEqual([
		'WeChat buyer …2345',
		'o12345',
		'',
		'contact',
		'104',
		...['', '', '', '', ''],
	]);
});
