import { createHash } from 'node:crypto';

import type { ShopDeliveryInfo } from './order';
import type { Sale, ShopRecipient } from './sale';

const SAMPLE: ShopRecipient = {
	user_name: '林小雨',
	tel_number: '18312342807',
	province_name: '广东省',
	city_name: '广州市',
	county_name: '海珠区',
	detail_info: '新港中路397号',
};

/** The true recipient of a sale, which `order/get` only shows masked. */
export const recipientOf = ({ recipient }: Sale): ShopRecipient => ({ ...SAMPLE, ...recipient });

/** The same masked, as `order/get` shows it. */
export function deliveryInfo(true_: ShopRecipient): ShopDeliveryInfo {
	const { user_name, tel_number, detail_info, virtual, ...place } = true_;
	const tel = `${tel_number.slice(0, 3)}****${tel_number.slice(-4)}`;
	const hash = createHash('sha256').update(JSON.stringify(true_)).digest('hex').slice(0, 32);
	return {
		deliver_method: 0,
		address_info: {
			user_name: `${user_name.slice(0, 1)}**`,
			tel_number: tel,
			...place,
			detail_info: detail_info === '' ? '' : '****',
			hash_code: hash,
			...(virtual && {
				tel_number_ext_info: {
					real_tel_number: tel,
					virtual_tel_number: virtual.number,
					virtual_tel_expire_time: virtual.expires,
				},
			}),
		},
		delivery_product_info: [],
	};
}
