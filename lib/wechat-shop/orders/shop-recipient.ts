import { safeLine } from '../../core/outside-text';
import type { RecipientItem } from '../../orders/model/order-details';
import type { ShopAddress } from './shop-order';

const HIDDEN = /\*/;

/**
 * The recipient as WeChat delivers it: hidden parts hold `*` until the address is decoded. A virtual
 * number replaces the phone, with the time when it ends. Undefined without any text.
 */
export function shopRecipient(address: ShopAddress | undefined): RecipientItem | undefined {
	if (!address) return undefined;
	const text = (value: string | undefined) => safeLine(String(value ?? ''));
	const { virtual_tel_number: virtual, virtual_tel_expire_time: expires } =
		address.tel_number_ext_info ?? {};
	const parts = {
		name: text(address.user_name),
		phone: text(virtual || address.tel_number),
		province: text(address.province_name),
		city: text(address.city_name),
		district: text(address.county_name),
		street: [text(address.detail_info), text(address.house_number)].filter(Boolean).join(' '),
		postcode: text(address.postal_code),
	};
	const known = Object.entries(parts).filter(([, value]) => value !== '');
	if (known.length === 0) return undefined;
	const masked = [parts.name, parts.phone, parts.street].some((value) => HIDDEN.test(value));
	return {
		...Object.fromEntries(known),
		country: 'CN',
		...(virtual && expires && { phone_expires: new Date(expires * 1000).toISOString() }),
		...(masked && { masked }),
	};
}
