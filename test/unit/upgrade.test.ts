import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import {
	asHold,
	holdExpiry,
	holdReference,
	noteIds,
	orderExternalId,
	orderOrigin,
	paymentKey,
} from '../../lib/orders/model/order-keys';
import { refundExternalId } from '../../lib/orders/after-sales/refund';
import { REVIEW_SUMMARY } from '../../lib/orders/sale-order/chatter';
import { LEDGER_MODEL } from '../../lib/settlement/odoo/ledger-model';
import { skuExternalId } from '../../lib/sku-map/odoo/find-products';
import { SKU_FIELDS, SKU_MODEL_NAME } from '../../lib/sku-map/odoo/stored-rows';
import { templateProblems, type Template } from '../../tools/package/template-check';
import { ownNodes } from '../support/own-nodes';

/** The templates as version 0.1.0 published them: shops run copies of these. */
const FROZEN = join(__dirname, '../fixtures/workflows-0.1.0');

it.each(readdirSync(FROZEN))('runs %s of version 0.1.0 as it is', async (file) => {
	const template = JSON.parse(readFileSync(join(FROZEN, file), 'utf8')) as Template;
	expect(templateProblems(template, await ownNodes())).toEqual([]);
});

/** What shops have in Odoo: another name would record a payment again, or lose a hold. */
describe('names that version 0.1.0 wrote to Odoo', () => {
	const order = {
		payment: {
			mchid: '1900000001',
			out_trade_no: 'A/1',
			transaction_id: '4200000000000000000000001',
		},
	};

	it('still identify a payment, its notes and its refund', () => {
		const key = '1900000001_4200000000000000000000001';
		expect(paymentKey(order)).toBe(key);
		expect(orderExternalId(order)).toBe(`wechat_pay.${key}`);
		expect(orderOrigin(order)).toBe('WeChat Pay A/1');
		expect(noteIds(key)).toMatchObject({
			payment: `wechat_pay.${key}_payment`,
			address: `wechat_pay.${key}_address`,
			resetStarted: `wechat_pay.${key}_to_quotation`,
			decided: `wechat_pay.${key}_decided`,
			cancelled: `wechat_pay.${key}_cancelled`,
		});
		const refund = { ...order.payment, refund_id: '50000000000000000001' };
		expect(refundExternalId(refund)).toBe('wechat_refund.1900000001_50000000000000000001');
		expect(REVIEW_SUMMARY).toBe('WeChat payment to review');
	});

	it('still identify an open hold and its end', () => {
		expect(orderExternalId(asHold(order))).toBe('wechat_pay.1900000001_hold-A_2f_1');
		const reference = 'WeChat hold until 2026-11-22 15:30:00 UTC';
		expect(holdReference(Date.parse('2026-11-22T15:30:00Z'))).toBe(reference);
		expect(holdExpiry(reference)).toBe(Date.parse('2026-11-22T15:30:00Z'));
	});

	it('still are the tables of SKUs and of the ledger', () => {
		expect(SKU_MODEL_NAME).toBe('x_wechat_sku');
		expect(SKU_FIELDS.length).toBeGreaterThan(0);
		expect(skuExternalId('TEE-RED.M')).toBe('wechat_sku.TEE-RED~2EM');
		expect(LEDGER_MODEL.model).toBe('x_wechat_settlement');
	});
});
