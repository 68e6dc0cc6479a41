import { beijingTime } from '../core/beijing-time';
import { encryptText } from '../keys/cipher';
import type { PlatformCertificate } from '../keys/credentials';
import { ALPHANUMERIC, randomText } from '../core/random';
import type { WeChat } from '../platform/wechat';
import type { Api, ApiAnswer } from './api';
import { WeChatError } from './wechat-error';

function listCertificates(_request: unknown, wechat: WeChat): ApiAnswer {
	if (wechat.keyMode === 'publicKey') {
		throw new WeChatError(
			404,
			'RESOURCE_NOT_EXISTS',
			'无可用的平台证书，请在商户平台-API安全申请使用微信支付公钥。可查看指引https://pay.weixin.qq.com/doc/v3/merchant/4012153196',
		);
	}
	const valid = wechat.certificates.filter(({ validTo }) => validTo.getTime() > wechat.now());
	return { status: 200, body: { data: valid.map((certificate) => entry(certificate, wechat)) } };
}

function entry({ id, pem, validFrom, validTo }: PlatformCertificate, wechat: WeChat): unknown {
	const nonce = randomText(wechat.random, 12, ALPHANUMERIC);
	return {
		serial_no: id,
		effective_time: beijingTime(validFrom.getTime()),
		expire_time: beijingTime(validTo.getTime()),
		encrypt_certificate: encryptText(pem, wechat.apiV3Key, nonce, 'certificate'),
	};
}

/** The platform certificates, encrypted with the APIv3 key; none for a merchant in public key mode. */
export const certificates: Api = {
	method: 'GET',
	path: '/v3/certificates',
	handle: listCertificates,
};

export const globalCertificates: Api = { ...certificates, path: '/v3/global/certificates' };
