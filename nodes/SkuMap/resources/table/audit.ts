import type { INodeProperties } from 'n8n-workflow';

import { readSkuTable } from '../../../../lib/sku-map/odoo/read-sku-table';
import { soldProducts } from '../../../../lib/sku-map/odoo/sold-products';
import { auditTable, readListing } from '../../../../lib/sku-map/audit';
import { auditReport } from '../../../../lib/sku-map/audit-report';
import { groupBy } from '../../../../lib/core/collections';
import { toBeijingTime } from '../../../../lib/core/beijing-time';
import { odooClient } from '../../../shared/odoo-connection';
import { toItems } from '../../../shared/operation';
import { runOnce } from '../../../shared/run-once';
import { rowsForProducts } from '../../shared/table/read';
import { toOdooTime } from '../../../../lib/odoo/records';

const DAY_MS = 86_400_000;

export const description: INodeProperties[] = [
	{
		displayName: 'Never Sold in Days',
		name: 'days',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 3650 },
		default: 90,
		displayOptions: { show: { resource: ['table'], operation: ['audit'] } },
		description:
			'Report SKUs without a confirmed WeChat order for this many days. 0 turns this off.',
	},
	{
		displayName:
			'Input: to compare with the SKUs listed in the shop, items with sku_code or sku from WeChat Stock → Get SKUs. Other items are ignored.',
		name: 'auditNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { resource: ['table'], operation: ['audit'] } },
	},
];

/** What to look at, an item each; then the same as one text for a person. */
export const execute = runOnce(async (context) => {
	const odoo = await odooClient(context);
	const listing = readListing(context.getInputData().map(({ json }) => json));
	const days = Number(context.getNodeParameter('days', 0, 90));
	const now = Date.now();
	const rows = await rowsForProducts(context, odoo);
	const table = await readSkuTable(odoo, rows, {}, [
		...new Set([...rows.rows.keys(), ...listing.map(({ sku }) => sku)]),
	]);
	const ids = [...table.products.values()].flatMap((found) => found.map(({ id }) => id));
	const since = toOdooTime(now - days * DAY_MS);
	const findings = auditTable(table, {
		at: toBeijingTime(now),
		...(listing.length > 0 && { listing }),
		...(days > 0 && { sold: await soldProducts(odoo, [...new Set(ids)], since), days }),
	});
	const facts = { skus: rows.rows.size, compared: listing.length > 0 };
	const counts = [...groupBy(findings, ({ finding }) => finding)].map(
		([finding, found]) => [finding, found.length] as const,
	);
	const report = {
		findings: findings.length,
		...Object.fromEntries(counts),
		...facts,
		report: auditReport(findings, facts),
	};
	return [...toItems(findings), ...toItems([report], 1)];
});
