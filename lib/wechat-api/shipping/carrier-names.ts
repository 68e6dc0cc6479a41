/**
 * Names under which Odoo users know a carrier, by WeChat's code for shipping. WeChat's own list has
 * Chinese names; these are the English and short ones. A code counts only while WeChat lists it.
 */
export const CARRIER_NAMES: Record<string, readonly string[]> = {
	SF: ['SF Express', 'SF', 'Shunfeng', '顺丰', '顺丰快递', '顺丰速递', '顺丰速运'],
	ZTO: ['ZTO Express', 'ZTO', 'Zhongtong', '中通', '中通快递', '中通速递'],
	YTO: ['YTO Express', 'YTO', 'Yuantong', '圆通', '圆通快递', '圆通速递'],
	STO: ['STO Express', 'STO', 'Shentong', '申通', '申通快递'],
	YD: ['Yunda Express', 'Yunda', '韵达', '韵达快递', '韵达速递'],
	JD: ['JD Express', 'JD Logistics', 'JD', 'Jingdong', '京东', '京东快递', '京东物流'],
	EMS: ['EMS', 'China Post EMS', '邮政EMS'],
	JTSD: ['J&T Express', 'J&T', 'JT Express', '极兔', '极兔速递', '极兔快递'],
	DBL: ['Deppon Express', 'Deppon', 'Deppon Logistics', '德邦', '德邦快递', '德邦物流'],
	DHL: ['DHL', 'DHL Express'],
	FEDEX: ['FedEx', 'Federal Express', '联邦快递'],
	UPS: ['UPS', 'United Parcel Service'],
};
