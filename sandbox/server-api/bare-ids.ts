const ALWAYS = ['msgid'];
const OF_THE_SHOP = ['order_id', 'product_id', 'sku_id', 'product_ids', 'order_id_list'];

/** JSON text with ids as bare integers, which lose their last digits as JavaScript numbers: `msgid` always is one. */
export function bareIds(json: string, shopToo: boolean): string {
	const names = shopToo ? [...ALWAYS, ...OF_THE_SHOP] : ALWAYS;
	const fields = new RegExp(`"(?:${names.join('|')})":(?:"\\d+"|\\["\\d+"[",\\d]*\\])`, 'g');
	return json.replace(fields, (field) => {
		const colon = field.indexOf(':');
		return field.slice(0, colon) + field.slice(colon).replaceAll('"', '');
	});
}
