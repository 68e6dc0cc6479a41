import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { ProductName } from '../../../lib/odoo/sku-table/find-products';
import type { SkuTableOptions, TableRows } from '../../../lib/odoo/sku-table/read-sku-table';
import { readRows } from '../../../lib/sku-map/read-row';
import { rowsBySku } from '../../../lib/sku-map/table';

const IN_ODOO =
	'in Odoo as an External ID of the product: "wechat_sku." followed by the SKU (Sales → Products → Product Variants, then import a file with the column External ID)';

/** The rows of the table that is chosen in the node. */
export function tableRows(this: IExecuteFunctions): TableRows {
	if (this.getNodeParameter('table', 0) === 'odoo') {
		return { rows: new Map(), productName: 'id', whereToAdd: IN_ODOO, externalIds: true };
	}
	const typed = this.getNodeParameter('rows.row', 0, []) as IDataObject[];
	return {
		rows: rowsBySku(readRows(typed).map(({ row }) => row)),
		productName: this.getNodeParameter('matchBy', 0, 'defaultCode') as ProductName,
		whereToAdd: 'in the rows of this node',
		externalIds: false,
	};
}

/** What the node is to do about SKUs without a row. */
export function tableOptions(this: IExecuteFunctions): SkuTableOptions {
	return this.getNodeParameter('options', 0, {}) as SkuTableOptions;
}
