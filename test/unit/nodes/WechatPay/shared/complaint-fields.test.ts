import type { IExecuteFunctions } from 'n8n-workflow';

import {
	complaintId,
	imagesOf,
	ofComplaint,
} from '../../../../../nodes/WechatPay/shared/complaint-fields';

const given = (parameters: Record<string, unknown>) =>
	({ getNodeParameter: (name: string) => parameters[name] ?? '' }) as unknown as IExecuteFunctions;

it('reads the complaint and its merchant', () => {
	const context = given({ complaintId: ' 2002018 ', complaintMchid: '1900000109' });
	expect(ofComplaint(context, 0)).toEqual({ complaint_id: '2002018', mchid: '1900000109' });
});

it.each(['', '../orders', 'a/b', '1'.repeat(65)])('refuses the complaint ID "%s"', (id) => {
	expect(() => complaintId(given({ complaintId: id }), 0)).toThrow(
		expect.objectContaining({ code: 'WECHAT_COMPLAINT_ID_INVALID' }),
	);
});

it('reads media IDs between commas', () => {
	expect(imagesOf(given({ images: 'a, b,,c ' }), 'images', 0)).toEqual(['a', 'b', 'c']);
	expect(imagesOf(given({}), 'images', 0)).toEqual([]);
});
