import { constants, publicEncrypt } from 'node:crypto';

import type { Complaint } from '../complaints/complaint';
import { isRefunded } from '../complaints/move-complaint';
import type { WeChat } from '../platform/wechat';

/** What the sandbox remembers and WeChat writes elsewhere, or not at all. */
const HIDDEN = [
	'transaction_id',
	'out_trade_no',
	'amount',
	'media_url',
	'refundApproved',
	'history',
];

/** A complaint as WeChat answers it: the phone number is encrypted for the merchant. */
export function complaintAnswer(complaint: Complaint, wechat: WeChat): object {
	const { payer_phone, transaction_id, out_trade_no, amount, media_url } = complaint;
	const shown: Record<string, unknown> = { ...complaint };
	for (const own of HIDDEN) delete shown[own];
	return {
		...shown,
		payer_phone: sealOaep(payer_phone, wechat),
		complaint_order_info: [{ transaction_id, out_trade_no, amount }],
		complaint_full_refunded: isRefunded(complaint, wechat),
		problem_description: '其他问题',
		user_tag_list: ['TRUSTED'],
		in_platform_service: false,
		need_immediate_service: false,
		...(media_url.length > 0 && {
			complaint_media_list: [{ media_type: 'USER_COMPLAINT_IMAGE', media_url }],
		}),
	};
}

/** RSA-OAEP with SHA-1, to the key of the merchant's newest certificate. */
function sealOaep(text: string, { merchantCertificates }: WeChat): string {
	const key = merchantCertificates.at(-1)?.publicKey ?? '';
	const padding = constants.RSA_PKCS1_OAEP_PADDING;
	return publicEncrypt({ key, padding, oaepHash: 'sha1' }, Buffer.from(text)).toString('base64');
}
