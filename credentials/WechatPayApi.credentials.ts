import type { ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

import { regionFields } from './wechat-pay-region-fields';

/**
 * One merchant account of WeChat Pay (APIv3). Every field but the region comes from the merchant platform:
 * pay.weixin.qq.com → Account Center (账户中心) → API Security (API安全).
 */
export class WechatPayApi implements ICredentialType {
	name = 'wechatPayApi';

	displayName = 'WeChat Pay API';

	icon: Icon = {
		light: 'file:../nodes/WechatPay/wechatPay.svg',
		dark: 'file:../nodes/WechatPay/wechatPay.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-wechat-odoo/n8n-nodes-wechat-odoo/blob/main/docs/credentials.md';

	properties: INodeProperties[] = [
		...regionFields,
		{
			displayName: 'Merchant ID',
			name: 'mchid',
			type: 'string',
			default: '',
			required: true,
			placeholder: '1900000001',
			description: 'Account Center (账户中心) → Merchant Info (商户信息) → Merchant ID (商户号)',
		},
		{
			displayName: 'Merchant Certificate Serial',
			name: 'merchantSerial',
			type: 'string',
			default: '',
			required: true,
			placeholder: '40 hexadecimal digits',
			description:
				'Account Center (账户中心) → API Security (API安全) → API Certificate (API证书) → Manage (管理证书) → Serial Number (证书序列号)',
		},
		{
			displayName: 'Merchant Certificate Valid Until',
			name: 'merchantValidUntil',
			type: 'string',
			default: '',
			placeholder: 'e.g. 2030-11-22',
			description:
				'Day on which the merchant API certificate expires, for the alarm of the template Health. Leave empty if Private Key contains the certificate (apiclient_cert.p12, or apiclient_cert.pem pasted after the key).',
		},
		{
			displayName: 'Private Key',
			name: 'privateKey',
			type: 'string',
			typeOptions: { password: true, rows: 5 },
			default: '',
			required: true,
			placeholder: '-----BEGIN PRIVATE KEY-----',
			description:
				'Whole text of apiclient_key.pem from the certificate package, or the base64 text of apiclient_cert.p12. Account Center (账户中心) → API Security (API安全) → API Certificate (API证书).',
		},
		{
			displayName: 'PKCS#12 Passphrase',
			name: 'passphrase',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Only for a .p12 file. Defaults to the merchant ID, which WeChat sets.',
		},
		{
			displayName: 'APIv3 Key',
			name: 'apiV3Key',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder: '32 characters',
			description:
				'Account Center (账户中心) → API Security (API安全) → APIv3 Key (APIv3密钥). It is not shown there again. A new key takes a few minutes to work.',
		},
		{
			displayName: 'Platform Certificates',
			name: 'platformRefresh',
			type: 'options',
			default: 'automatic',
			options: [
				{
					name: 'Automatic',
					value: 'automatic',
					description:
						'Download and renew them from WeChat Pay, unless all verification keys below are WeChat Pay public keys',
				},
				{ name: 'Manual', value: 'manual', description: 'Use only the verification keys below' },
			],
			description:
				'How to update platform certificates. Merchants that use only a WeChat Pay public key have none.',
		},
		{
			displayName: 'Verification Keys',
			name: 'verificationKeys',
			type: 'string',
			// Public keys: an admin has to see which ones are there.
			typeOptions: { rows: 6 },
			default: '',
			placeholder: 'PUB_KEY_ID_… and -----BEGIN PUBLIC KEY-----, or -----BEGIN CERTIFICATE-----',
			description:
				'Keys of WeChat Pay, not of the merchant: the ID of the WeChat Pay public key followed by the whole text of pub_key.pem, or platform certificates, or several of them. Leave empty to download platform certificates. Account Center (账户中心) → API Security (API安全) → WeChat Pay Public Key (微信支付公钥) or Platform Certificate (平台证书).',
		},
		{
			displayName: 'APIv2 Key',
			name: 'apiV2Key',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: '32 characters',
			description:
				'Only for exchange rates, or if the shop still creates orders with APIv2 (XML). Account Center (账户中心) → API Security (API安全) → APIv2 Key (APIv2密钥).',
		},
		{
			displayName: 'APIv2 Signature Type',
			name: 'apiV2SignType',
			type: 'options',
			default: 'MD5',
			options: [
				{ name: 'HMAC-SHA256', value: 'HMAC-SHA256' },
				{ name: 'MD5', value: 'MD5' },
			],
			description:
				'The sign_type that the shop uses when it creates orders with APIv2. Notifications with the other type are rejected.',
		},
	];
}
