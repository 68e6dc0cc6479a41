import fc from 'fast-check';

import { readAddress, splitAddress } from '../../../../../lib/orders/model/recipient';

it.each([
	['广东省广州市天河区体育西路1号', ['广东省', '广州市', '天河区', '体育西路1号']],
	['浙江省 杭州市 西湖区 文三路 1 号', ['浙江省', '杭州市', '西湖区', '文三路 1 号']],
	['上海市浦东新区世纪大道1号', ['上海市', '上海市', '浦东新区', '世纪大道1号']],
	['北京市北京市朝阳区建国路1号', ['北京市', '北京市', '朝阳区', '建国路1号']],
	['江苏省苏州市昆山市前进路1号', ['江苏省', '苏州市', '昆山市', '前进路1号']],
	[
		'新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县一路1号',
		['新疆维吾尔自治区', '伊犁哈萨克自治州', '察布查尔锡伯自治县', '一路1号'],
	],
	[
		'内蒙古自治区锡林郭勒盟太仆寺旗宝昌镇1号',
		['内蒙古自治区', '锡林郭勒盟', '太仆寺旗', '宝昌镇1号'],
	],
	['中国广东省东莞市东城街道1号', ['广东省', '东莞市', undefined, '东城街道1号']],
])('splits %s', (text, [province, city, district, street]) => {
	expect(splitAddress(text)).toEqual({ province, city, ...(district && { district }), street });
});

it.each(['Lane 1', '天河区体育西路1号', '广东省', '', '广东省广州市'])(
	'leaves %j whole',
	(text) => {
		expect(splitAddress(text)).toBeUndefined();
	},
);

it('loses no character but blanks, whatever the text', () => {
	fc.assert(
		fc.property(fc.stringMatching(/^[省市区县东西广州路 0-9]{0,20}$/u), (rest) => {
			const parts = splitAddress(`广东省广州市${rest}`);
			if (!parts) return;
			const joined = [parts.province, parts.city, parts.district ?? '', parts.street].join('');
			expect(joined.replace(/\s/g, '')).toBe(`广东省广州市${rest}`.replace(/\s/g, ''));
		}),
	);
});

it('keeps the text as it was received beside its parts, and parts that are told as they are', () => {
	const text = '广东省广州市天河区体育西路1号';
	expect(readAddress(text)).toMatchObject({ text, province: '广东省', street: '体育西路1号' });
	expect(readAddress({ text, street: '天河路' })).toEqual({ text, street: '天河路' });
	expect(readAddress({ text, name: '收件人' })).toMatchObject({ name: '收件人', city: '广州市' });
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
	).toEqual({
		name: '收件人',
		phone: '02000000000',
		province: '广东省',
		city: '广州市',
		district: '天河区',
		street: '体育西路1号',
	});
});
