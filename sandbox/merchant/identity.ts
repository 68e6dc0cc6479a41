import type { Sandbox, SandboxCredential } from '../platform/sandbox';
import type { WeChat } from '../platform/wechat';

export type Identity = Pick<Sandbox, 'merchant' | 'publicKey' | 'credential'>;

/** Who the merchant and WeChat are, and what the merchant was given at first to prove and to check it. */
export function identity(wechat: WeChat, url: string): Identity {
	const { mchid, appid, apiV3Key, apiV2Key, credentials } = wechat;
	const { platformCertificate: certificate, publicKey, merchantPrivateKeyPem } = credentials;
	const credential: SandboxCredential = {
		mchid,
		merchantSerial: credentials.merchantSerialNo,
		privateKey: merchantPrivateKeyPem,
		passphrase: '',
		apiV3Key,
		apiV2Key,
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
			apiV2Key,
		},
		publicKey: { id: publicKey.id, pem: publicKey.pem },
		credential,
	};
}
