import type { ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

/** One webhook at an acquirer that takes WeChat payments for the merchant (docs/which-merchant.md). */
export class AcquirerWebhookApi implements ICredentialType {
	name = 'acquirerWebhookApi';

	displayName = 'Acquirer Webhook API';

	icon: Icon = {
		light: 'file:../nodes/WechatPay/wechatPay.svg',
		dark: 'file:../nodes/WechatPay/wechatPay.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-wechat-odoo/n8n-nodes-wechat-odoo/blob/main/docs/credentials.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Acquirer',
			name: 'acquirer',
			type: 'options',
			default: 'airwallex',
			options: [
				{ name: 'Airwallex', value: 'airwallex' },
				{ name: 'Stripe', value: 'stripe' },
			],
			description: 'Company that takes the WeChat payments for you',
		},
		{
			displayName: 'Signing Secret',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder: 'whsec_…',
			description:
				'Secret of exactly this webhook, as the acquirer shows it: in Airwallex under Developer → Webhooks, in Stripe under Workbench → Webhooks',
		},
		{
			displayName: 'Account ID',
			name: 'accountId',
			type: 'string',
			default: '',
			placeholder: 'acct_…',
			description:
				'Your account at the acquirer. Payments of other accounts are refused. Required for Stripe, whose events do not name it; leave it empty for Airwallex to accept every account of the webhook.',
		},
	];
}
