import type { WechatPayAccount } from '../keys/account';
import { isCrossBorder } from '../keys/region';

const folder = (account: WechatPayAccount): string =>
	isCrossBorder(account) ? '/v3/global/merchant-service' : '/v3/merchant-service';

/** Path of the list of complaints. Only the mainland path has a version in it. */
export const complaintsTarget = (account: WechatPayAccount): string =>
	`${folder(account)}/${isCrossBorder(account) ? 'complaints' : 'complaints-v2'}`;

/** Path of a complaint. The name of its history is WeChat's own spelling. */
export const complaintTarget = (
	account: WechatPayAccount,
	complaint_id: string,
	part?: 'negotiation-historys' | 'response' | 'complete' | 'update-refund-progress',
): string =>
	[complaintsTarget(account), encodeURIComponent(complaint_id), ...(part ? [part] : [])].join('/');

/** Path of the address that notifications of complaints are sent to. */
export const complaintUrlTarget = (account: WechatPayAccount): string =>
	`${folder(account)}/complaint-notifications`;

/** Path that images are uploaded to. */
export const uploadTarget = (account: WechatPayAccount): string =>
	`${folder(account)}/images/upload`;

/** Path of an image. @param media media ID, or the address in `media_url`, whose last part it is */
export const imageTarget = (account: WechatPayAccount, media: string): string => {
	const id = media.split(/[?#]/, 1)[0]?.split('/').at(-1) ?? '';
	return `${folder(account)}/images/${encodeURIComponent(decoded(id))}`;
};

function decoded(id: string): string {
	try {
		return decodeURIComponent(id);
	} catch {
		return id;
	}
}
