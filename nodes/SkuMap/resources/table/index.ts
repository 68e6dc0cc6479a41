import { operationMenu } from '../../../shared/operation-fields';
import * as audit from './audit';
import * as exportRows from './export';
import * as importRows from './import';

export const description = [
	operationMenu(
		'table',
		[
			{
				name: 'Audit',
				value: 'audit',
				action: 'Audit the SKU table',
				description: 'Compare the table with the products in Odoo, the listing and the sales',
			},
			{
				name: 'Export',
				value: 'export',
				action: 'Export the SKU table',
				description: 'Get the rows of the table in Odoo, one item each',
			},
			{
				name: 'Import',
				value: 'import',
				action: 'Import rows into the SKU table',
				description: 'Add, change or remove rows of the table in Odoo, one item each',
			},
		],
		'import',
	),
	...audit.description,
	...exportRows.description,
	...importRows.description,
];

export { audit, exportRows as export, importRows as import };
