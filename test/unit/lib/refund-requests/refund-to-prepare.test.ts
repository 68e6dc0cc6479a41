import { readRefundToPrepare } from '../../../../lib/refund-requests/refund-to-prepare';

it('reads a credit note or a tagged order, and nothing else', () => {
	const order = { sale_order_id: 7, name: 'S1' };
	expect(readRefundToPrepare({ order })).toEqual({ orderId: 7 });
	expect(readRefundToPrepare({ order, credit_note: { credit_note_id: 57 } })).toEqual({
		orderId: 7,
		creditNoteId: 57,
	});
	for (const item of [{}, { order: { sale_order_id: '7' } }, { order, credit_note: {} }]) {
		expect(() => readRefundToPrepare(item)).toThrow('not a posted credit note');
	}
});
