import type { WechatPayCredential } from '../lib/wechat-pay/account';
import type { Sandbox } from './types';
import type { WeChat } from './wechat';

export type Identity = Pick<
	Sandbox,
	'merchant' | 'platformCertificate' | 'publicKey' | 'verificationKeys' | 'credential'
>;

/** Who the merchant and WeChat are, and what the merchant is given to prove and to check it. */
export function identity({ mchid, appid, apiV3Key, credentials }: WeChat, url: string): Identity {
	const { platformCertificate: certificate, publicKey, merchantPrivateKeyPem } = credentials;
	const credential: WechatPayCredential = {
		mchid,
		merchantSerial: credentials.merchantSerialNo,
		privateKey: merchantPrivateKeyPem,
		passphrase: '',
		apiV3Key,
		verificationKeys: `${certificate.pem}\n${publicKey.id}\n${publicKey.pem}`,
		region: 'sandbox',
		baseUrl: url,
	};
	return {
		merchant: {
			mchid,
			appid,
			serialNo: credentials.merchantSerialNo,
			certificatePem: credentials.merchantCertificatePem,
			privateKeyPem: merchantPrivateKeyPem,
			privateKeyPkcs12Base64: credentials.merchantPkcs12Base64,
			apiV3Key,
		},
		platformCertificate: { serialNo: certificate.id, pem: certificate.pem },
		publicKey: { id: publicKey.id, pem: publicKey.pem },
		verificationKeys: [certificate, publicKey].map(({ id, pem }) => ({ id, pem })),
		credential,
	};
}
