import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { textParameter } from '../../../shared/parameter-text';

export const languageField: INodeProperties = {
	displayName: 'Language of Names',
	name: 'language',
	type: 'string',
	default: '',
	placeholder: 'e.g. zh_CN',
	displayOptions: { show: { resource: ['shipment'] } },
	description:
		'Language of the product names shown to buyers. It must be installed in Odoo. Defaults to the language of the Odoo user.',
};

export const languageOf = (context: IExecuteFunctions): string =>
	textParameter(context, 'language', 0);
