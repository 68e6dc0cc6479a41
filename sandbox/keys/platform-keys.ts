import { X509Certificate } from 'node:crypto';

import {
	issueMerchantCertificate,
	issuePlatformCertificate,
	type PlatformCertificate,
} from './credentials';
import { allKeys } from './platform-signature';
import type { Sandbox } from '../platform/sandbox';
import type { WeChat } from '../platform/wechat';

export type PlatformKeys = Pick<
	Sandbox,
	| 'platformCertificate'
	| 'verificationKeys'
	| 'shares'
	| 'rotateCertificate'
	| 'retireCertificate'
	| 'renewMerchantCertificate'
>;

/** WeChat's own keys, as they are at the moment of asking. */
export function platformKeys(wechat: WeChat): PlatformKeys {
	const { certificates, credentials, shares } = wechat;
	return {
		shares,
		get platformCertificate() {
			return shown(certificates.at(-1) as PlatformCertificate);
		},
		get verificationKeys() {
			return allKeys(wechat).map(({ id, pem }) => ({ id, pem }));
		},
		rotateCertificate: async () => {
			const issued = await issuePlatformCertificate(credentials, wechat.now(), wechat.random);
			certificates.push(issued);
			return shown(issued);
		},
		renewMerchantCertificate: async () => {
			const issued = await issueMerchantCertificate(credentials, wechat.now(), wechat.random);
			wechat.merchantCertificates.push(new X509Certificate(issued.certificatePem));
			return issued;
		},
		retireCertificate: (serialNo) => {
			const index = certificates.findIndex(({ id }) => id === serialNo);
			if (index < 0) throw new Error(`WeChat has no certificate ${serialNo}`);
			if (certificates.length === 1) throw new Error('WeChat keeps its only certificate');
			certificates.splice(index, 1);
		},
	};
}

const shown = ({ id, pem }: PlatformCertificate): { serialNo: string; pem: string } => ({
	serialNo: id,
	pem,
});
