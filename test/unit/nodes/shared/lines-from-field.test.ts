import type { INodePropertyOptions } from 'n8n-workflow';

import type { LinesFrom } from '../../../../lib/wechat-pay/notification/items';
import { readTransaction } from '../../../../lib/wechat-pay/notification/payment';
import { linesFromField } from '../../../../nodes/shared/lines-from-field';

const payment = { mchid: '1', out_trade_no: 'SHOP-1', amount: { total: 100 }, attach: 'TEE-RED-M' };

test('every choice is understood, and a bare SKU is only read when chosen', () => {
	const values = (linesFromField().options as INodePropertyOptions[]).map(({ value }) => value);
	const linesOf = (from: LinesFrom) => readTransaction(payment, { mchid: '1' }, from).lines.length;
	expect(values.filter((value) => linesOf(value as LinesFrom) > 0)).toEqual(['attach_bare_sku']);
	expect(linesFromField().default).toBe('attach');
});
