import {
	placeOf,
	readRequest,
	requestId,
	writeRequest,
} from '../../../../../lib/orders/after-sales/request-notes';
import { refundedOrder } from './refunded-order';

const NOTE = { out_refund_no: 'SHOP1-CN57', fen: 5000, currency: 'CNY' };

it('keeps one note for each request, over which the next state is written', async () => {
	const { odoo, chatter } = refundedOrder([{ id: 57 }]);
	const place = placeOf(7, 57);
	expect(await readRequest(odoo, place)).toBeUndefined();
	await writeRequest(odoo, place, { ...NOTE, status: 'REQUESTED' });
	expect(await writeRequest(odoo, place, { ...NOTE, status: 'PROCESSING' })).toMatchObject({
		status: 'PROCESSING',
		writtenAt: Date.UTC(2026, 10, 28, 8),
	});
	expect(chatter).toHaveLength(1);
	expect([requestId(place), requestId(placeOf(7))]).toEqual([
		'wechat_refund.request_cn57_7',
		'wechat_refund.request_rq7',
	]);
});
