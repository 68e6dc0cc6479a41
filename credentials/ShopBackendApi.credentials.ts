import type { ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

/** The backend of the merchant's own mini-program, which answers signed questions (docs/shop-backend.md). */
export class ShopBackendApi implements ICredentialType {
	name = 'shopBackendApi';

	displayName = 'Shop Backend API';

	icon: Icon = {
		light: 'file:../nodes/ShopBackend/shopBackend.svg',
		dark: 'file:../nodes/ShopBackend/shopBackend.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-wechat-odoo/n8n-nodes-wechat-odoo/blob/main/docs/shop-backend.md';

	properties: INodeProperties[] = [
		{
			displayName: 'URL',
			name: 'url',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'https://shop.example.com/n8n',
			description: "URL that your mini-program's backend serves the contract at",
		},
		{
			displayName: 'Secret',
			name: 'secret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder: 'whsec_…',
			description:
				'Shared with the backend: base64 of at least 24 random bytes, for example from "openssl rand -base64 32"',
		},
	];
}
