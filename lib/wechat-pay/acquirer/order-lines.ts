import { IntegrationError } from '../../core/errors';
import { asObject, type JsonObject } from '../../core/json';
import { splitAttach } from '../notification/payment';
import type { OrderLine } from '../notification/items';
import { completeLines, readAttach } from '../notification/order-lines';
import type { AcquirerPayment, AcquirerReading } from './acquirer';
import { minorOf } from './airwallex';
import { textAt, unreadable, valueAt } from './fields';

/** Lines that cannot be read are reported with the payment, and never refuse it: it is paid in any case. */
export function acquirerLines(
	object: JsonObject,
	{ linesFrom, linesPath }: AcquirerReading,
	{ total, currency }: AcquirerPayment['amount'],
): Pick<AcquirerPayment, 'lines' | 'lines_source' | 'lines_problem' | 'campaign'> {
	const { basket, campaign } = splitAttach(textAt(object, linesPath) ?? '');
	const read = (lines: OrderLine[]) => ({
		lines: completeLines(lines, total, currency),
		lines_source: linesFrom,
		...(linesFrom === 'field' && campaign ? { campaign } : {}),
	});
	try {
		if (linesFrom === 'none') return read([]);
		if (linesFrom === 'field') return read(readAttach(basket));
		return read(productLines(object, linesFrom === 'product_sku' ? 'sku' : 'code', currency));
	} catch (error) {
		if (!(error instanceof IntegrationError)) throw error;
		// The form is that of attach, but the text is in another field here.
		return { ...read([]), lines_problem: error.message.replace('attach', linesPath || 'attach') };
	}
}

/** Airwallex's `order.products`: unit prices are decimal. @throws IntegrationError */
function productLines(object: JsonObject, code: 'code' | 'sku', currency: string): OrderLine[] {
	const products = valueAt(object, 'order.products');
	if (!Array.isArray(products) || products.length === 0) throw unreadable('order.products');
	return products.map((product: unknown): OrderLine => {
		const fields = asObject(product) ?? {};
		const sku = textAt(fields, code);
		const quantity = fields['quantity'];
		if (sku === undefined) throw unreadable(`order.products.${code}`);
		if (!Number.isSafeInteger(quantity) || Number(quantity) < 1) {
			throw unreadable('order.products.quantity');
		}
		const price = fields['unit_price'];
		const unit_price_fen = Number(price) > 0 ? minorOf(price, currency) : undefined;
		return {
			sku,
			quantity: Number(quantity),
			...(unit_price_fen === undefined ? {} : { unit_price_fen }),
		};
	});
}
