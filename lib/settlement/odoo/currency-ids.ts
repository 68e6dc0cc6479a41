import { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../../odoo/client';
import { searchRead, textOf } from '../../odoo/records';

/** Database ids of active currencies by their codes. @throws IntegrationError `ODOO_CURRENCY_MISSING` */
export async function currencyIds(odoo: OdooClient, codes: string[]): Promise<Map<string, number>> {
	const unique = [...new Set(codes)];
	const rows = await searchRead(odoo, 'res.currency', [['name', 'in', unique]], ['name']);
	const ids = new Map(rows.map((row) => [textOf(row.name), row.id]));
	const missing = unique.filter((code) => !ids.has(code));
	if (missing.length === 0) return ids;
	throw new IntegrationError({
		code: 'ODOO_CURRENCY_MISSING',
		message: `The currency ${missing.join(', ')} is not active in Odoo.`,
		likelyCause: 'Set-up was run without it.',
		nextStep:
			'Odoo Sale → Set Up: Run with this currency in Currencies, or in Odoo: Invoicing (Accounting) → Configuration → Currencies.',
	});
}
