import fc from 'fast-check';

import { splitAddress } from '../../../../../lib/orders/model/split-address';

type Shape = [kind: string, text: string, parts: Array<string | undefined>];

const SHAPES: Shape[] = [
	['a province', '广东省广州市天河区体育西路1号', ['广东省', '广州市', '天河区', '体育西路1号']],
	[
		'blanks between the parts',
		'浙江省 杭州市 西湖区 文三路 1 号',
		['浙江省', '杭州市', '西湖区', '文三路 1 号'],
	],
	[
		'a province without its suffix',
		'广东广州市天河区体育西路 1 号',
		['广东省', '广州市', '天河区', '体育西路 1 号'],
	],
	[
		'a municipality once',
		'上海市浦东新区世纪大道1号',
		['上海市', '上海市', '浦东新区', '世纪大道1号'],
	],
	[
		'a municipality twice',
		'北京市北京市朝阳区建国路1号',
		['北京市', '北京市', '朝阳区', '建国路1号'],
	],
	[
		'a municipality without its suffix',
		'北京朝阳区建国路88号',
		['北京市', '北京市', '朝阳区', '建国路88号'],
	],
	[
		'the districts of a municipality as a level',
		'天津市市辖区和平区南京路 1 号',
		['天津市', '天津市', '和平区', '南京路 1 号'],
	],
	[
		'the counties of a municipality as a level',
		'重庆市县巫山县广东东路 1 号',
		['重庆市', '重庆市', '巫山县', '广东东路 1 号'],
	],
	[
		'an autonomous county of a municipality',
		'重庆市石柱土家族自治县南宾街道 1 号',
		['重庆市', '重庆市', '石柱土家族自治县', '南宾街道 1 号'],
	],
	[
		'an autonomous region and prefecture',
		'新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县一路1号',
		['新疆维吾尔自治区', '伊犁哈萨克自治州', '察布查尔锡伯自治县', '一路1号'],
	],
	[
		'a league and a banner',
		'内蒙古自治区锡林郭勒盟太仆寺旗宝昌镇1号',
		['内蒙古自治区', '锡林郭勒盟', '太仆寺旗', '宝昌镇1号'],
	],
	[
		'an autonomous region without its suffix',
		'广西南宁市青秀区民族大道 1 号',
		['广西壮族自治区', '南宁市', '青秀区', '民族大道 1 号'],
	],
	[
		'Hong Kong',
		'香港特别行政区九龙油尖旺区弥敦道 1 号',
		['香港特别行政区', '九龙', '油尖旺区', '弥敦道 1 号'],
	],
	[
		'Hong Kong without a part of it',
		'香港中西区皇后大道中 1 号',
		['香港特别行政区', undefined, '中西区', '皇后大道中 1 号'],
	],
	[
		'Macau',
		'澳门特别行政区澳门半岛新马路 1 号',
		['澳门特别行政区', '澳门半岛', undefined, '新马路 1 号'],
	],
	[
		'Taiwan, in traditional characters',
		'臺灣新北市板橋區縣民大道 1 號',
		['台湾省', '新北市', '板橋區', '縣民大道 1 號'],
	],
	[
		'a military address',
		'福建省厦门市思明区 73131 部队 12 分队',
		['福建省', '厦门市', '思明区', '73131 部队 12 分队'],
	],
	[
		'a city without districts',
		'中国广东省东莞市东城街道阳光小区 3 栋',
		['广东省', '东莞市', undefined, '东城街道阳光小区 3 栋'],
	],
	[
		'a city directly below its province',
		'湖北省省直辖县级行政区划仙桃市干河街道 1 号',
		['湖北省', '仙桃市', undefined, '干河街道 1 号'],
	],
	[
		'a county directly below its province',
		'海南省陵水黎族自治县椰林镇 1 号',
		['海南省', undefined, '陵水黎族自治县', '椰林镇 1 号'],
	],
	[
		'a city below a city',
		'江苏省苏州市昆山市前进路1号',
		['江苏省', '苏州市', '昆山市', '前进路1号'],
	],
	[
		'a district named after a city',
		'湖北省荆州市沙市区北京路 1 号',
		['湖北省', '荆州市', '沙市区', '北京路 1 号'],
	],
	[
		'a district named after a banner',
		'河南省新乡市红旗区平原路 1 号',
		['河南省', '新乡市', '红旗区', '平原路 1 号'],
	],
	[
		'a district named after a tower',
		'湖南省岳阳市岳阳楼区洞庭北路 1 号',
		['湖南省', '岳阳市', '岳阳楼区', '洞庭北路 1 号'],
	],
	[
		'a city named after its towns',
		'江西省景德镇市珠山区中华北路 1 号',
		['江西省', '景德镇市', '珠山区', '中华北路 1 号'],
	],
];

it.each(SHAPES)('splits %s', (_, text, [province, city, district, street]) => {
	expect(splitAddress(text)).toEqual({
		...{ province, street },
		...(city && { city }),
		...(district && { district }),
	});
});

it.each([
	['English', 'Room 301, 5 Renmin Road, Tianhe District, Guangzhou, Guangdong 510000, China'],
	['a street alone', 'Lane 1'],
	['no province', '天河区体育西路1号'],
	['a city without its province', '吉林市船营区 1 号'],
	['a province without its city', '广东省天河区体育西路1号'],
	['places without their suffixes', '广东 广州 天河 体育西路'],
	['a military address without a place', '73131 部队 12 分队'],
	['a street named after a municipality', '上海路1号'],
	['a street named after a province', '河南中路 100 号市政大厦'],
	['a prefecture named after another province', '海南藏族自治州共和县 1 号'],
	['no street', '广东省广州市'],
	['a province alone', '广东省'],
	['nothing', ''],
])('leaves %s whole', (_, text) => {
	expect(splitAddress(text)).toBeUndefined();
});

it.each(['510000 广东省广州市天河区 1 号', '广东省广州市天河区 1 号 邮编：510000'])(
	'takes the postcode of %s',
	(text) => {
		expect(splitAddress(text)).toMatchObject({ street: '1 号', postcode: '510000' });
	},
);

it('loses no character but blanks, whatever the text', () => {
	fc.assert(
		fc.property(fc.stringMatching(/^[省市区县东西广州路 0-9]{0,20}$/u), (rest) => {
			const parts = splitAddress(`广东省广州市${rest}`);
			if (!parts) return;
			const { province, city, district, street } = parts;
			const joined = [province, city, district, street].join('');
			expect(joined.replace(/\s/g, '')).toBe(`广东省广州市${rest}`.replace(/\s/g, ''));
		}),
	);
});
