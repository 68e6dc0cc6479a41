import { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../../odoo/client';
import { nameOf, ownCompanyId, searchRead, type Domain } from '../../odoo/records';
import { createToDo } from '../create-to-do';
import { paymentCurrency, type PaidOrder, type RecordOptions } from '../model/paid-order';

/** Reports the currencies of payments that Odoo has no rate for. A preview and a hold report none. */
export async function reportMissingRates(
	odoo: OdooClient,
	orders: PaidOrder[],
	options: Pick<RecordOptions, 'companyId' | 'reviewerId'>,
): Promise<void> {
	const currencies = new Set(orders.map((order) => paymentCurrency(order)));
	for (const currency of currencies) await reportMissingRate(odoo, currency, options);
}

/**
 * Creates one activity if the company keeps its books in another currency and Odoo has no rate for the currency
 * of a payment: it then posts 30 CNY as 30 INR. The order itself is right, so it is recorded all the same.
 */
async function reportMissingRate(
	odoo: OdooClient,
	currency: string,
	{ companyId, reviewerId }: Pick<RecordOptions, 'companyId' | 'reviewerId'>,
): Promise<void> {
	const company = companyId ?? (await ownCompanyId(odoo));
	await odoo.remember(`rate of ${currency} ${company ?? ''}`, async () => {
		const home = await missingRate(odoo, currency, company);
		if (home === undefined) return;
		const toDo = {
			key: `rate_${currency}_${company ?? 0}`,
			summary: `No exchange rate for ${currency}`,
			note: `Odoo has no rate for ${currency}. Invoices and receipts of WeChat orders would be posted with the amount in ${currency} as if it were ${home}. Add a rate: Invoicing (Accounting) → Configuration → Currencies → ${currency} → Rates.`,
			...(reviewerId && { userId: reviewerId }),
		};
		// An order matters more than the warning.
		await createToDo(odoo, toDo).catch((error: unknown) =>
			isPassing(error) ? Promise.reject(error) : undefined,
		);
	});
}

const isPassing = (error: unknown): boolean =>
	!(error instanceof IntegrationError) || error.retryable;

/** @returns the currency of the company if Odoo cannot convert to it */
async function missingRate(
	odoo: OdooClient,
	currency: string,
	companyId: number | undefined,
): Promise<string | undefined> {
	if (companyId === undefined) return undefined;
	const ofCompany: Domain = [['id', '=', companyId]];
	const [company] = await searchRead(odoo, 'res.company', ofCompany, ['currency_id']);
	const home = nameOf(company?.currency_id);
	if (home === currency || home === '') return undefined;
	const rates = await searchRead(
		odoo,
		'res.currency.rate',
		[
			['currency_id.name', '=', currency],
			['company_id', 'in', [companyId, false]],
		],
		['rate'],
		{ limit: 1 },
	);
	return rates.length > 0 ? undefined : home;
}
