import type { IDataObject } from 'n8n-workflow';

import { IntegrationError } from '../../../../lib/core/errors';
import { asObject } from '../../../../lib/core/json';
import {
	recordDeclaration,
	type DeclarationResult,
} from '../../../../lib/customs/record-declaration';
import { runPerItem } from '../../../shared/run-per-item';
import { withOdoo } from '../../../shared/with-odoo';

/**
 * Writes the state of a declaration to its order, which releases or holds its deliveries.
 *
 * @returns the item with `customs_order.status`, `state` and `released`
 * @throws IntegrationError `ODOO_CUSTOMS_ITEM_INVALID`, `ODOO_…`
 */
export const execute = runPerItem(
	withOdoo(async (odoo, _context, _index, { json }) => {
		const result = resultOf(json);
		const recorded = await recordDeclaration(odoo, result, Date.now());
		const customs_order = { ...asObject(json['customs_order']), ...recorded } as IDataObject;
		return { json: { ...json, customs_order } };
	}),
);

function resultOf(json: IDataObject): DeclarationResult {
	const order = asObject(json['customs_order']);
	const customs = asObject(json['customs']);
	const [id, as_of, state] = [order?.['sale_order_id'], order?.['as_of'], customs?.['state']];
	if (typeof id === 'number' && typeof as_of === 'string' && typeof state === 'string') {
		const explanation = customs?.['explanation'];
		return {
			sale_order_id: id,
			as_of,
			state,
			declared_fen: Number(customs?.['declared_fen'] ?? 0),
			...(typeof explanation === 'string' && { explanation }),
		};
	}
	throw new IntegrationError({
		code: 'ODOO_CUSTOMS_ITEM_INVALID',
		message: 'The item has no customs_order and customs.',
		likelyCause: 'It does not come from Get Open and Declare.',
		nextStep:
			'Connect Odoo Sale (Customs Declaration: Get Open), WeChat Pay (Customs Declaration: Declare) and this node, and pass on all fields.',
	});
}
