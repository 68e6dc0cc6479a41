import {
	complaintItem,
	complaintStep,
	isOfBuyer,
} from '../../../../../lib/wechat-pay/complaints/complaint-item';

const sample = {
	complaint_id: '200201820200101080076610000',
	complaint_time: '2015-05-20T13:29:35.120+08:00',
	complaint_state: 'PENDING',
	payer_phone: 'sGdNeTHMQGlxCWiUyHu6XNO9GCYln2Luv4HhwJzZBfcL12sB',
	complaint_order_info: [
		{ transaction_id: '4200000404201909069117582536', out_trade_no: 'S-1', amount: 3 },
	],
};

it('has the order, and the times by which to answer and to solve', () => {
	expect(complaintItem(sample)).toEqual({
		complaint_id: sample.complaint_id,
		complaint_time: sample.complaint_time,
		complaint_state: 'PENDING',
		complaint_order_info: sample.complaint_order_info,
		transaction_id: '4200000404201909069117582536',
		out_trade_no: 'S-1',
		complaint: {
			reply_by: '2015-05-21T05:29:35.120Z',
			solve_by: '2015-05-23T05:29:35.120Z',
			answered: false,
			solved: false,
		},
	});
});

it.each([
	['PROCESSING', true, false],
	['PROCESSED', true, true],
])('that is %s: answered %s, solved %s', (complaint_state, answered, solved) => {
	const { complaint } = complaintItem({ ...sample, complaint_state });
	expect(complaint).toMatchObject({ answered, solved });
});

it('can be about no order, and have no readable time', () => {
	const item = complaintItem({
		complaint_id: '1',
		complaint_state: 'PENDING',
		complaint_time: 'x',
	});
	expect(item).not.toHaveProperty('out_trade_no');
	expect(item.complaint).toMatchObject({ reply_by: '', solve_by: '' });
});

it('reads a step, with images of both fields once', () => {
	const step = complaintStep({
		log_id: '300285320210322170000071077',
		operator: '投诉人',
		operate_time: '2015-05-20T13:29:35+08:00',
		operate_type: 'USER_CREATE_COMPLAINT',
		operate_details: '未到货',
		image_list: ['https://a/1'],
		complaint_media_list: {
			media_type: 'USER_COMPLAINT_IMAGE',
			media_url: ['https://a/1', 'https://a/2'],
		},
	});
	expect(step.images).toEqual(['https://a/1', 'https://a/2']);
	expect(isOfBuyer(step)).toBe(true);
	expect(isOfBuyer({ operate_type: 'MERCHANT_RESPONSE' })).toBe(false);
});
