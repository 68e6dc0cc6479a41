/** The part before the dot of every external id that names a WeChat SKU. */
export const SKU_MODULE = 'wechat_sku';

/**
 * The external id under which Odoo keeps the product of a WeChat SKU: `TEE-RED.M` →
 * `wechat_sku.TEE-RED~2EM`. Odoo refuses a second dot, so every character outside
 * `[A-Za-z0-9_-]` becomes `~` and two hex digits for each of its UTF-8 bytes.
 */
export function skuExternalId(sku: string): string {
	const name = sku.replace(/[^A-Za-z0-9_-]/gu, (character) =>
		[...new TextEncoder().encode(character)]
			.map((byte) => `~${byte.toString(16).toUpperCase().padStart(2, '0')}`)
			.join(''),
	);
	return `${SKU_MODULE}.${name}`;
}
