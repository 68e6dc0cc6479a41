import {
	complaintExternalId,
	partOfComplaint,
	readComplaint,
} from '../../../../lib/complaints/complaint';

const item = {
	mchid: '1900000001',
	complaint_id: '2002018',
	complainted_mchid: '1900000001',
	complaint_state: 'PENDING',
	out_trade_no: 'S-1',
	transaction_id: '4200',
	complaint: {
		reply_by: '2026-11-23T10:30:00.000Z',
		solve_by: '2026-11-25T10:30:00.000Z',
		history: [
			{ log_id: '1', operate_type: 'USER_RESPONSE', operate_details: 'a\u0000b', images: ['x'] },
		],
	},
};

it('reads payment and words, with characters that databases refuse replaced', () => {
	expect(readComplaint(item)).toMatchObject({
		payment: { mchid: '1900000001', out_trade_no: 'S-1', transaction_id: '4200' },
		words: [{ log_id: '1', type: 'USER_RESPONSE', text: 'a\ufffdb', images: 1 }],
		phone: '',
	});
});

it("names the merchant of a service provider's order", () => {
	const { payment } = readComplaint({ ...item, complainted_mchid: '1900000109' });
	expect(payment).toMatchObject({ mchid: '1900000001', sub_mchid: '1900000109' });
});

it('can be about no order', () => {
	expect(readComplaint({ ...item, transaction_id: undefined })).not.toHaveProperty('payment');
});

it('reads the last hundred steps, cut to a length', () => {
	const step = { log_id: '1', operate_details: '好'.repeat(5000) };
	const history = Array.from({ length: 300 }, () => step);
	const { words } = readComplaint({ ...item, complaint: { ...item.complaint, history } });
	expect(words).toHaveLength(100);
	expect(words[0]?.text).toHaveLength(2000);
});

it('names all fields that are missing', () => {
	expect(() => readComplaint({ mchid: '1' })).toThrow(
		expect.objectContaining({
			code: 'NOT_A_COMPLAINT',
			message: expect.stringMatching(/complaint\.history.*complaint_id/),
		}),
	);
});

it('finds a complaint again in an external id', () => {
	const id = complaintExternalId({ mchid: '1900000001', complaint_id: '2002018' }, 'sent_note7');
	expect(id).toBe('wechat_complaint.1900000001_2002018_sent_note7');
	expect(partOfComplaint(id)).toEqual({
		...{ mchid: '1900000001', complaint_id: '2002018' },
		part: 'sent_note7',
	});
	expect(partOfComplaint('wechat_pay.1900000001_42_payment')).toBeUndefined();
});
