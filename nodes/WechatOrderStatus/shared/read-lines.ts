import type { DescribedLine } from '../../../lib/wechat-api/shipping/item-description';

/** Lines from an expression, or as JSON text; what is no list has none. */
export function readLines(value: unknown): DescribedLine[] {
	const list = typeof value === 'string' ? parsed(value) : value;
	if (!Array.isArray(list)) return [];
	return list.map((line: unknown) => {
		const { name, sku, quantity } = (line ?? {}) as Record<string, unknown>;
		return {
			name: typeof name === 'string' ? name : '',
			sku: typeof sku === 'string' ? sku : '',
			...(quantity === undefined || quantity === null ? {} : { quantity: Number(quantity) }),
		};
	});
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
