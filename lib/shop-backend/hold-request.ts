import type { JsonObject } from '../core/json';
import { money, toDecimal } from '../core/money';
import { readItem, type ItemKind } from '../core/read-item';
import { readBasket } from './basket';

const HOLD: ItemKind = {
	code: 'SHOP_HOLD_INVALID',
	name: 'a request to hold stock',
	likelyCause:
		'The shop sends another form than the contract, or a total that differs from the lines.',
	nextStep:
		'Compare the data of stock.hold with docs/shop-backend.md: mchid, out_trade_no, total_fen and lines must be those of the later payment.',
};

/**
 * Reads the data of `stock.hold` (docs/shop-backend.md) into an item as Hold Stock and SKU Map take it: an
 * order that is not paid yet, with the fields that the payment will have. Other fields are passed on.
 *
 * @throws IntegrationError `SHOP_HOLD_INVALID` naming the fields that are missing or wrong
 */
export const readHoldRequest = (data: JsonObject): JsonObject =>
	readItem(data, HOLD, (fields) => {
		const { openid } = data;
		const total_fen = fields.whole('total_fen', 1);
		const currency = fields.optionalText('currency') || 'CNY';
		const [shipping, discount] = ['shipping_fen', 'discount_fen'].map((name) =>
			data[name] === undefined ? 0 : fields.whole(name),
		) as [number, number];
		const basket = readBasket({ lines: data['lines'] }, total_fen - shipping + discount, currency);
		fields.check(
			'lines_problem' in basket ? `lines (${basket.lines_problem})` : 'lines',
			basket.lines.length > 0,
		);
		return {
			...data,
			mchid: fields.text('mchid'),
			appid: fields.optionalText('appid'),
			out_trade_no: fields.text('out_trade_no'),
			total_fen,
			total: toDecimal(money(total_fen, currency)),
			amount: { total: total_fen, currency },
			payer: typeof openid === 'string' && openid !== '' ? { openid } : {},
			lines: basket.lines,
			lines_source: 'shop',
		};
	});
