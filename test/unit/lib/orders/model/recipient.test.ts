import {
	addressKey,
	addressText,
	isWhole,
	readAddress,
	type Address,
} from '../../../../../lib/orders/model/recipient';

const parts = { province: '广东省', city: '广州市', district: '天河区', street: '体育西路1号' };

it('keeps the text as it was received with its parts, and parts that the shop names as they are', () => {
	const text = '广东省广州市天河区体育西路1号';
	expect(readAddress(text)).toEqual({ text, ...parts });
	expect(readAddress({ street: text })).toEqual({ text, ...parts });
	expect(readAddress({ text, street: '天河路' })).toEqual({ text, street: '天河路' });
	expect(readAddress({ text, name: '收件人' })).toMatchObject({ name: '收件人', city: '广州市' });
	expect(readAddress({ ...parts, masked: true, country: 'cn' })).toEqual({
		...parts,
		...{ masked: true, country: 'CN' },
	});
});

it('takes an address as wx.chooseAddress gives it', () => {
	expect(
		readAddress({
			userName: '收件人',
			telNumber: '02000000000',
			provinceName: '广东省',
			cityName: '广州市',
			countyName: '天河区',
			detailInfo: '体育西路1号',
		}),
	).toEqual({ name: '收件人', phone: '02000000000', ...parts });
});

it('reads no address without a text', () => {
	for (const value of [undefined, null, 5, [], {}, { country: 'CN' }, { masked: true }]) {
		expect(readAddress(value)).toBeUndefined();
	}
});

it('knows addresses that could not be split, and splits none of another country', () => {
	const whole = (value: unknown) => isWhole(readAddress(value) ?? {});
	expect(whole('天河区体育西路1号')).toBe(true);
	expect(whole({ street: 'Lane 1', country: 'CN' })).toBe(true);
	expect(whole('广东省广州市天河区体育西路1号')).toBe(false);
	expect(whole({ name: '收件人' })).toBe(false);
	expect(whole({ street: '5th Ave', country: 'US' })).toBe(false);
	expect(readAddress({ street: '香港中西区 1 号', country: 'US' })).toEqual({
		...{ street: '香港中西区 1 号', country: 'US' },
	});
});

describe('The key of an address', () => {
	const key = (change: Partial<Address>) =>
		addressKey({ name: '李雷', phone: '020-0000 0000', ...parts, ...change });

	it('is the same for other blanks, widths, suffixes and marks in the phone number', () => {
		const same: Array<Partial<Address>> = [
			{ street: '体育西路 1 号' },
			{ street: '体育西路１号' },
			{ province: '广东' },
			{ phone: '02000000000' },
			{ text: '广东省广州市天河区体育西路1号' },
		];
		for (const change of same) expect(key(change)).toBe(key({}));
	});

	it('differs for another recipient, number or place', () => {
		const other = [{ name: '韩梅梅' }, { phone: '1' }, { street: '1 2' }, { street: '12' }];
		expect(new Set([{}, ...other].map(key)).size).toBe(5);
		expect(addressKey({ text: 'Lane 1' })).not.toBe(addressKey({ text: 'Lane 2' }));
	});
});

it('writes an address on one line', () => {
	expect(addressText({ ...parts, country: 'CN', postcode: '510000' })).toBe(
		'CN 510000 广东省 广州市 天河区 体育西路1号',
	);
	expect(addressText({ text: 'Lane 1', street: 'x' })).toBe('Lane 1');
});
