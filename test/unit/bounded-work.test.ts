import { parseObject } from '../../lib/core/json';
import { fromDecimal } from '../../lib/core/money';
import {
	escapeHtml,
	maskPhones,
	plainHtml,
	safeCode,
	safeLine,
	safeText,
} from '../../lib/core/outside-text';
import { asSentence, isPassing, odooError, oneLine } from '../../lib/odoo/odoo-error';
import { faultFromJson2, faultFromXmlRpc } from '../../lib/odoo/odoo-fault';
import { asHold, holdExpiry } from '../../lib/orders/model/order-keys';
import { readAddress, readContact } from '../../lib/orders/model/recipient';
import { splitAddress } from '../../lib/orders/model/split-address';
import { readRefundItem } from '../../lib/orders/after-sales/refund';
import { chatterNotes, lineNotes, readLineNote } from '../../lib/orders/record/payment-notes';
import { readPaidOrder } from '../../lib/orders/record/read-paid-order';
import { readPaymentNote } from '../../lib/orders/record/read-payment-note';
import { readReceipt } from '../../lib/settlement/receipt';
import { readBasket } from '../../lib/shop-backend/basket';
import { readCsv } from '../../lib/sku-map/import/csv';
import { readRow, readMoment } from '../../lib/sku-map/import/read-rows';
import { mapLines, readOrder } from '../../lib/sku-map/map-lines';
import { skuExternalId } from '../../lib/sku-map/odoo/find-products';
import { suggestSkus } from '../../lib/sku-map/suggest';
import { describeLines } from '../../lib/wechat-api/shipping/item-description';
import { maskPhone } from '../../lib/wechat-api/shipping/contact';
import { splitAttach } from '../../lib/wechat-pay/notification/payment';
import { readAttach, readPromotion } from '../../lib/wechat-pay/notification/order-lines';
import { readFlatXml } from '../../lib/wechat-pay/v2/xml';
import { externalIdPart } from '../../lib/odoo/records';
import { readLines } from '../../lib/core/read-item';

const MB = 1_000_000;
/** 50 ms for 100 kB. */
const MOST_MS = 500;

/** Texts that make a careless pattern or loop try again at every character. */
const HOSTILE = [
	...['a', ' ', '\n', '0', '"', '<a ', '[', '\\', '*', '省', 'A\u0000', 'A.b', 'A,'],
	...['SKU A × 1 at 1.00 CNY ', 'Amount: 1.00 CNY\n', 'x.Error: ', 'database "', 'a,b\nc', 'a\n'],
].map((part) => part.repeat(Math.ceil(MB / part.length)).slice(0, MB));
/** With an end that fits nothing, after which a pattern goes back. */
const TEXTS = HOSTILE.map((text) => `${text}!1`);

const item = (text: string) => ({
	...{ mchid: text, out_trade_no: text, transaction_id: text, appid: text, trade_state: 'SUCCESS' },
	...{
		total_fen: 100,
		amount: { currency: text, total: 100 },
		success_time: text,
		lines_problem: text,
	},
	...{ refund_id: text, refund_status: 'SUCCESS', refund_fen: 1 },
	lines: [{ sku: text, quantity: text, product_id: text }],
	contact: { name: text, phone: text },
	address: { text },
	reference: text,
	narration: text,
});
const table = (otherSkus: string[]) => ({
	...{ rows: new Map(), products: new Map(), units: [], whereToAdd: '', otherSkus },
});

/** Whatever reads text that a buyer, a shop, a bank or an error message brings. */
const READERS: Record<string, (text: string) => unknown> = {
	'JSON of WeChat and of shops': parseObject,
	'safe text': (text) => [safeText(text), safeLine(text), safeCode(text), escapeHtml(text)],
	amounts: (text) => fromDecimal(text, 'CNY'),
	'order lines of an item': (text) => readLines([{ sku: text, quantity: text }]),
	attach: (text) => readAttach(text),
	'campaign in attach': (text) => [splitAttach(text), splitAttach(`{${text}`)],
	'phone numbers in notes': (text) => [maskPhones(text), plainHtml(text)],
	goods_detail: (text) =>
		readPromotion([{ goods_detail: [{ goods_id: text, quantity: 1, price: 1 }] }]),
	'XML of APIv2': (text) => readFlatXml(Buffer.from(text), 'xml'),
	'a basket of the shop': (text) => readBasket({ lines: [{ sku: text, quantity: 1 }] }, 1, text),
	'a paid order': (text) => {
		const order = readPaidOrder(item(text));
		return [lineNotes(order), chatterNotes(order), asHold(order)];
	},
	'a refund': (text) => readRefundItem(item(text)),
	'a bank receipt': (text) => readReceipt(item(text)),
	recipients: (text) => [
		readContact({ name: text }),
		readAddress(text),
		readAddress({ city: text }),
	],
	addresses: (text) => splitAddress(text),
	'references of holds': (text) => holdExpiry(text),
	'notes of lines': (text) => readLineNote(text),
	'notes of payments': (text) => readPaymentNote(text),
	'faults over XML-RPC': (text) => [faultFromXmlRpc(1, text), faultFromXmlRpc(2, text)],
	'faults over JSON-2': (text) => faultFromJson2(500, { name: text, message: text }),
	'messages of Odoo': (text) => [
		...[oneLine(text), asSentence(text), isPassing(text), externalIdPart(text)],
		odooError({ exception: 'UserError', text }, 'sale.order', 'load'),
	],
	'SKUs to map': (text) => {
		const { lines, ...order } = readOrder(item(text), 0);
		return mapLines(
			lines.map((one) => ({ ...one, quantity: 1 })),
			table([text]),
			order,
		);
	},
	'SKUs to suggest': (text) => [
		suggestSkus(text, table(['A'])),
		suggestSkus('AAAAAA', table([text])),
	],
	'external ids of SKUs': (text) => skuExternalId(safeCode(text)),
	'cells of SKU tables': (text) => [readMoment(text, false), readRow({ sku: text, price: text })],
	'a pasted table': (text) => readCsv(text),
	'goods of a parcel': (text) => describeLines([{ name: text, quantity: 1 }], text),
	'phone numbers': (text) => maskPhone(text),
};

describe.each(Object.entries(READERS))('%s', (_, read) => {
	it('read 1 MB of any text in 50 ms for 100 kB', () => {
		const slow: string[] = [];
		for (const text of TEXTS) {
			// Once more, as the engine may have collected garbage.
			const took = timeOf(read, text) > MOST_MS ? timeOf(read, text) : 0;
			if (took > MOST_MS) slow.push(`${JSON.stringify(text.slice(0, 20))}: ${Math.round(took)} ms`);
		}
		expect(slow).toEqual([]);
	}, 120_000);
});

/**
 * Milliseconds of this process on the processor, whatever else the machine does. That the text is rejected is as
 * good as that it is read.
 */
function timeOf(read: (text: string) => unknown, text: string): number {
	const started = process.cpuUsage();
	try {
		read(text);
	} catch {
		// Rejected.
	}
	const { user, system } = process.cpuUsage(started);
	return (user + system) / 1000;
}
