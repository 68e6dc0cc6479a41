import { beijingTime } from '../core/beijing-time';
import { ALPHANUMERIC, randomText } from '../core/random';
import { encryptText } from '../keys/cipher';
import type { PlatformCertificate } from '../keys/credentials';
import type { WeChat } from '../platform/wechat';
import type { App } from '../server/app';
import { WeChatError } from './errors';

/** The platform certificates, encrypted with the APIv3 key; none for a merchant in public key mode. */
export function addCertificates(api: App, wechat: WeChat): void {
	api.on('GET', ['/v3/certificates', '/v3/global/certificates', '/hk/v3/certificates'], (call) => {
		if (wechat.keyMode === 'publicKey') {
			throw new WeChatError(
				404,
				'RESOURCE_NOT_EXISTS',
				'无可用的平台证书，请在商户平台-API安全申请使用微信支付公钥。可查看指引https://pay.weixin.qq.com/doc/v3/merchant/4012153196',
			);
		}
		const valid = wechat.certificates.filter(({ validTo }) => validTo.getTime() > wechat.now());
		return call.json({ data: valid.map((certificate) => entry(certificate, wechat)) });
	});
}

function entry({ id, pem, validFrom, validTo }: PlatformCertificate, wechat: WeChat) {
	const nonce = randomText(wechat.random, 12, ALPHANUMERIC);
	return {
		serial_no: id,
		effective_time: beijingTime(validFrom.getTime()),
		expire_time: beijingTime(validTo.getTime()),
		encrypt_certificate: encryptText(pem, wechat.apiV3Key, nonce, 'certificate'),
	};
}
