export interface Carrier {
	delivery_id: string;
	delivery_name: string;
}

const carrier = (delivery_id: string, delivery_name: string): Carrier => ({
	delivery_id,
	delivery_name,
});

const SHARED = [
	carrier('SF', '顺丰速运'),
	carrier('ZTO', '中通快递'),
	carrier('YTO', '圆通速递'),
	carrier('STO', '申通快递'),
	carrier('JD', '京东快递'),
	carrier('EMS', 'EMS'),
	carrier('JTSD', '极兔速递'),
];

/** Of order shipping: a few of the 1,500, with those that are easily taken for others. */
export const SHIPPING_CARRIERS: Carrier[] = [
	...SHARED,
	carrier('YD', '韵达速递'),
	carrier('DBL', '德邦快递'),
	carrier('SFB2C', '顺丰国际'),
	carrier('NSF', '新顺丰'),
	carrier('EMS2', 'EMS国际'),
	carrier('CHINAEMS', '中国邮政速递'),
	carrier('DHL', 'DHL'),
	carrier('FEDEX', 'FedEx'),
];

/** Of the Shop, with other ids for some of the same carriers. */
export const SHOP_CARRIERS: Carrier[] = [
	...SHARED,
	carrier('YUNDA', '韵达速递'),
	carrier('DBKD', '德邦快递'),
	carrier('BTWL', '百世快运'),
	carrier('KYSY', '跨越速运'),
	carrier('ZJS', '宅急送'),
	carrier('CNSD', '丹鸟'),
	carrier('OTHER', '其他'),
];
