import { fromDecimal } from '../../core/money';

/** A payment as noted in the chatter of its order. */
export interface NotedPayment {
	transaction_id: string;
	mchid: string;
	sub_mchid?: string;
	/** Empty in a note of an earlier version. */
	appid: string;
	out_trade_no: string;
	total_fen: number;
	currency: string;
	success_time?: string;
	shipping_fen?: number;
	discount_fen?: number;
	merchant_coupon_fen?: number;
}

/** Reads a note of `chatterNote` as Odoo returns it; undefined for any other message. */
export function readChatterNote(html: string): NotedPayment | undefined {
	const text = decoded(html.replace(/<\/p>|<br\s*\/?>/gi, '\n').replace(/<[^>]*>/g, ''));
	const fact = (pattern: RegExp) => pattern.exec(text)?.[1]?.trim();
	const [, transaction, mchid] =
		/^\s*WeChat Pay payment (\S+) of merchant (\S+)\s*$/m.exec(text) ?? [];
	const order = fact(/^\s*Order number of the shop: (.+)$/m);
	const [, total, currency] = /^\s*Amount: (\d+(?:\.\d+)?) ([A-Z]{3})\s*$/m.exec(text) ?? [];
	if (!transaction || !mchid || !order || !total || !currency) return undefined;
	const fen = <Name extends string>(name: Name, label: string) => {
		const amount = fact(new RegExp(`^\\s*${label}: (\\d+(?:\\.\\d+)?) ${currency}\\s*$`, 'm'));
		return (amount === undefined ? {} : { [name]: fromDecimal(amount, currency).amount }) as {
			[key in Name]?: number;
		};
	};
	const sub = fact(/^\s*Sub-merchant: (\S+)\s*$/m);
	const time = fact(/^\s*Paid at: (\S+)\s*$/m);
	return {
		transaction_id: transaction,
		mchid,
		...(sub !== undefined && { sub_mchid: sub }),
		appid: fact(/^\s*App ID: (\S+)\s*$/m) ?? '',
		out_trade_no: order,
		total_fen: fromDecimal(total, currency).amount,
		currency,
		...(time !== undefined && { success_time: time }),
		...fen('shipping_fen', 'Shipping, part of it'),
		...fen('discount_fen', 'Discount before the payment'),
		...fen('merchant_coupon_fen', "Merchant's part of coupons"),
	};
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

const decoded = (text: string): string =>
	text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, code, hex, name) => {
		if (code) return String.fromCodePoint(Number(code));
		if (hex) return String.fromCodePoint(Number.parseInt(String(hex), 16));
		return ENTITIES[String(name)] ?? String(whole);
	});
