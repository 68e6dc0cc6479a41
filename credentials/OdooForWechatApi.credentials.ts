import type { ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

/** One user of one Odoo database, 14 or later. Odoo Sale tests it. */
export class OdooForWechatApi implements ICredentialType {
	name = 'odooForWechatApi';

	displayName = 'Odoo for WeChat API';

	icon: Icon = {
		light: 'file:../nodes/OdooSale/odooSale.svg',
		dark: 'file:../nodes/OdooSale/odooSale.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-wechat-odoo/n8n-nodes-wechat-odoo/blob/main/docs/credentials.md';

	properties: INodeProperties[] = [
		{
			displayName: 'URL',
			name: 'url',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'https://mycompany.odoo.com',
			description: 'URL of the Odoo server as in the browser, without a path',
		},
		{
			displayName: 'Database',
			name: 'database',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'mycompany',
			description:
				'Name of the database. On Odoo Online it is the part of the address before .odoo.com. Elsewhere see Manage Databases on the login page, or ask your administrator.',
		},
		{
			displayName: 'Username',
			name: 'username',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'wechat@mycompany.com',
			description:
				'Login of a separate user for this integration, with the rights Sales: User: All Documents, Inventory: User and Contact: Creation',
		},
		{
			displayName: 'API Key or Password',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'In Odoo as that user: avatar → My Preferences → Security → Add API Key, for 3 months (older versions: My Profile or Preferences → Account Security → New API Key). A password works over XML-RPC only.',
		},
		{
			displayName: 'API Key Valid Until',
			name: 'validUntil',
			type: 'string',
			default: '',
			placeholder: 'e.g. 2027-02-28',
			description:
				'Day on which the API key expires, for the alarm of the template Health. Leave empty if this Odoo user has one key and Odoo 18 or later, which says so itself.',
		},
		{
			displayName: 'Protocol',
			name: 'protocol',
			type: 'options',
			options: [
				{
					name: 'Automatic',
					value: 'auto',
					description: 'JSON-2 on Odoo 19 and later with an API key, XML-RPC otherwise',
				},
				{ name: 'JSON-2', value: 'json2', description: 'Odoo 19 and later, with an API key' },
				{ name: 'XML-RPC', value: 'xmlrpc', description: 'Odoo 14 and later' },
			],
			default: 'auto',
			description: 'Protocol for calls to Odoo',
		},
		{
			displayName: 'Calls per Second',
			name: 'callsPerSecond',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 1 },
			default: 0,
			description:
				'Maximum number of calls to Odoo per second, if the hosting plan or a proxy limits them. Each n8n process counts separately. 0 means no limit. One batch of orders needs about 6 calls.',
		},
	];
}
