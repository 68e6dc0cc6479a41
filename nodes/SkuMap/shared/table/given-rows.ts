import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { IntegrationError } from '../../../../lib/core/errors';
import { readCsv } from '../../../../lib/sku-map/import/csv';
import { readRows } from '../../../../lib/sku-map/import/read-rows';
import type { ProductName } from '../../../../lib/sku-map/odoo/find-products';
import type { TableRows } from '../../../../lib/sku-map/odoo/read-sku-table';
import { rowsBySku } from '../../../../lib/sku-map/table';
import { secondInput } from '../../../shared/second-input';

/** The rows of a table in the node, or at its second input. @throws IntegrationError `SKU_TABLE_EMPTY`, `SKU_TABLE_NO_COLUMN` */
export function readGivenRows(context: IExecuteFunctions, place: string): TableRows {
	const [items, whereToAdd] = GIVEN[place]?.(context) ?? [[], ''];
	if (items.length === 0 && place === 'items') throw noRows();
	return {
		rows: rowsBySku(readRows(items).map(({ row }) => row)),
		productName: context.getNodeParameter('matchBy', 0, 'defaultCode') as ProductName,
		whereToAdd,
		externalIds: false,
	};
}

type Given = (context: IExecuteFunctions) => [rows: IDataObject[], whereToAdd: string];

const GIVEN: Record<string, Given> = {
	items: (context) => [secondInput(context), 'to what comes in at the second input'],
	csv: (context) => [
		readCsv(String(context.getNodeParameter('csv', 0, ''))),
		'to the CSV in this node',
	],
	inline: (context) => [
		context.getNodeParameter('rows.row', 0, []) as IDataObject[],
		'to the rows of this node',
	],
};

/** An empty sheet would send every order to Unmapped. */
const noRows = () =>
	new IntegrationError({
		code: 'SKU_TABLE_EMPTY',
		message: 'The second input received no rows of the SKU table.',
		likelyCause: 'The node that reads the table found nothing, or was not executed.',
		nextStep: 'Open the node at the second input and check its output.',
	});
