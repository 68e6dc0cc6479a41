import { updateDisplayOptions, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

import { NO_DOCUMENTS, readDocuments } from '../../../../lib/settlement/export-documents';
import { exportRow } from '../../../../lib/settlement/export-register';
import { readExports } from '../../../../lib/settlement/odoo/read-exports';
import { toItems } from '../../../shared/operation';
import { runOnce } from '../../../shared/run-once';
import { withOdoo } from '../../../shared/with-odoo';
import { periodFields, periodOf } from '../../shared/period';
import { secondInput } from '../../../shared/read-then-work';

const fixed = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	description,
});

const properties: INodeProperties[] = [
	...periodFields,
	{
		displayName: 'Home Country',
		name: 'homeCountry',
		type: 'string',
		default: 'IN',
		placeholder: 'e.g. IN',
		description:
			'Country that the goods leave, as two letters (ISO 3166). Orders delivered inside it are left out.',
	},
	{
		displayName: 'Realisation Period (Months)',
		name: 'realisationMonths',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 60 },
		default: 15,
		description:
			'Months from the shipment until its money has to be in the bank, as your bank says. 0 leaves out realise_by.',
	},
	{
		displayName: 'Evidence Period (Days)',
		name: 'evidenceDays',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 3650 },
		default: 0,
		description:
			'Days from the supply until you need the evidence that the goods left, as your tax adviser says. 0 leaves out evidence_by.',
	},
	{
		displayName: 'Documents From Second Input',
		name: 'documentsFromInput',
		type: 'boolean',
		default: false,
		description:
			"Whether to add the numbers and dates of the bank's, the carrier's and the customs' documents from a second input: items with order and any of shipping_bill, shipping_bill_date, port_code, customs_declaration, exit_certificate, exit_certificate_date, fira, fira_date, extended_until",
	},
	{
		displayName: 'Fixed Columns',
		name: 'fixedColumns',
		type: 'collection',
		placeholder: 'Add column',
		default: {},
		description: 'Columns with the same text in each row',
		options: [
			fixed('AD Code', 'ad_code', 'Code of your authorised dealer bank'),
			fixed('GSTIN or TRN', 'tax_number', 'Your tax registration number'),
			fixed('IEC', 'iec', 'Your importer-exporter code'),
			fixed('Purpose Code', 'purpose_code', "The bank's code for the purpose, e.g. P0102"),
			fixed('Remitter', 'remitter', 'Who pays you: Tenpay for WeChat Pay, or your acquirer'),
			fixed('Remitter Country', 'remitter_country', 'Country of the remitter'),
		],
	},
];

export const description = updateDisplayOptions(
	{ show: { resource: ['settlement'], operation: ['getExportRegister'] } },
	properties,
);

/** One row for each order that was delivered abroad: invoice, shipment, documents, money and the days they are due. */
export const execute = runOnce(
	withOdoo(async (odoo, context) => {
		const now = Date.now();
		const home = String(context.getNodeParameter('homeCountry', 0)).trim().toUpperCase();
		const options = optionsOf(context, new Date(now).toISOString().slice(0, 10));
		const given = context.getNodeParameter('documentsFromInput', 0) === true;
		const { documents, unreadable } = readDocuments(given ? secondInput(context) : []);
		const rows = (await readExports(odoo, periodOf(context, now), home)).map((exported) => {
			const names = [exported.order, ...exported.invoices.map(({ name }) => name)];
			const name = names.find((one) => documents.has(one)) ?? '';
			const own = documents.get(name) ?? NO_DOCUMENTS;
			documents.delete(name);
			return exportRow(exported, own, options);
		});
		const unknown = [...documents].map(([order, row]) => ({
			reason: 'The register of these days has no such order.',
			row: { order, ...row },
		}));
		return [...toItems(rows), ...toItems([...unreadable, ...unknown], 1)];
	}),
);

const optionsOf = (context: IExecuteFunctions, today: string) => ({
	fixed: context.getNodeParameter('fixedColumns', 0, {}) as Record<string, string>,
	realisationMonths: Number(context.getNodeParameter('realisationMonths', 0, 0)),
	evidenceDays: Number(context.getNodeParameter('evidenceDays', 0, 0)),
	today,
});
