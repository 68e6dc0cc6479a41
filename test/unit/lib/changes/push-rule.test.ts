import { DELIVERY_RULE, pushedId, STOCK_RULE } from '../../../../lib/changes/push-rule';

it('reads the product of a stock record, and the record itself of a delivery', () => {
	const body = { _action: 'n8n(#3)', _id: 9, _model: 'stock.quant', id: 9, product_id: 41 };
	expect(pushedId(STOCK_RULE, body)).toBe(41);
	expect(pushedId(DELIVERY_RULE, { _id: 9, _model: 'stock.picking' })).toBe(9);
});

it.each([[undefined], [null], ['text'], [{}], [{ product_id: '41' }], [{ product_id: -1 }]])(
	'takes %j for a push that names nothing',
	(body) => expect(pushedId(STOCK_RULE, body)).toBeUndefined(),
);
