import { refundItem } from '../../../../../lib/wechat-pay/refunds/refund-item';

it('has the names of the refund items of the trigger, whatever the region calls them', () => {
	const amount = { refund: 1050, total: 2000, currency: 'HKD' };
	expect(refundItem({ id: '5030', out_refund_no: 'R1', status: 'PROCESSING', amount })).toEqual({
		...{ refund_id: '5030', out_refund_no: 'R1', status: 'PROCESSING', amount },
		...{ refund_status: 'PROCESSING', refund_fen: 1050, refund: '10.50' },
	});
	expect(refundItem({ refund_id: '1', status: 'SUCCESS', amount: { refund: 1 } })).toMatchObject({
		...{ refund_id: '1', refund_status: 'SUCCESS', refund: '0.01' },
	});
});

it.each([undefined, {}, { refund: '5' }, { refund: 0.5 }])(
	'has no amount where WeChat gives none: %p',
	(amount) => {
		const item = refundItem({ refund_id: '1', status: 'CLOSED', amount });
		expect(item).not.toHaveProperty('refund_fen');
		expect(item).not.toHaveProperty('total_fen');
	},
);
