import type { OdooClient } from '../../odoo/client';
import type { RecordOptions } from '../model/paid-order';

/** The taxes of a sale order line: `tax_ids` from Odoo 19 on, `tax_id` before. */
export async function lineTaxField(odoo: OdooClient): Promise<'tax_ids' | 'tax_id'> {
	return (await odoo.fields('sale.order.line')).has('tax_ids') ? 'tax_ids' : 'tax_id';
}

/** @returns the field that is written empty, so that lines have no taxes; undefined when Odoo sets them */
export const clearedTaxField = async (
	odoo: OdooClient,
	{ taxes }: Pick<RecordOptions, 'taxes'>,
): Promise<string | undefined> => (taxes === 'none' ? await lineTaxField(odoo) : undefined);
