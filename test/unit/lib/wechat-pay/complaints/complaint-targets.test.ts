import {
	complaintsTarget,
	complaintTarget,
	complaintUrlTarget,
	imageTarget,
	uploadTarget,
} from '../../../../../lib/wechat-pay/complaints/complaint-targets';
import type { WechatPayAccount } from '../../../../../lib/wechat-pay/keys/account';

const at = (region: 'mainland' | 'global') => ({ region }) as WechatPayAccount;

it.each([
	['mainland', '/v3/merchant-service', 'complaints-v2'],
	['global', '/v3/global/merchant-service', 'complaints'],
] as const)('of %s merchants', (region, folder, list) => {
	const account = at(region);
	expect(complaintsTarget(account)).toBe(`${folder}/${list}`);
	expect(complaintTarget(account, '2002')).toBe(`${folder}/${list}/2002`);
	expect(complaintTarget(account, '2002', 'response')).toBe(`${folder}/${list}/2002/response`);
	expect(complaintUrlTarget(account)).toBe(`${folder}/complaint-notifications`);
	expect(uploadTarget(account)).toBe(`${folder}/images/upload`);
});

it.each([
	'ChsyMDA=',
	'https://api.mch.weixin.qq.com/v3/merchant-service/images/ChsyMDA%3D',
	'https://evil.example/v3/merchant-service/images/ChsyMDA%3D?x=1#y',
])('asks WeChat Pay alone for the image %s', (media) => {
	expect(imageTarget(at('mainland'), media)).toBe('/v3/merchant-service/images/ChsyMDA%3D');
});

it('takes a damaged address of an image as it is', () => {
	expect(imageTarget(at('mainland'), '%E4%A')).toBe('/v3/merchant-service/images/%25E4%25A');
});
