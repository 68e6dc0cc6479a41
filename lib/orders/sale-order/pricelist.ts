import { IntegrationError } from '../../core/errors';
import { searchRead, type Domain } from '../../odoo/records';
import type { OdooTransport } from '../../odoo/client';

/**
 * The pricelist for a currency: the chosen one, or the only active one. A sale order has its
 * pricelist's currency, so the wrong one would turn yuan into dollars. With a company, only its
 * own pricelists and those of all companies count.
 *
 * @throws IntegrationError `ODOO_PRICELIST_MISSING`, `ODOO_PRICELIST_AMBIGUOUS`, `ODOO_PRICELIST_CURRENCY`
 */
export async function findPricelist(
	odoo: OdooTransport,
	currency: string,
	chosen?: number,
	companyId?: number,
): Promise<number> {
	const domain: Domain = [
		['currency_id.name', '=', currency],
		...(chosen === undefined ? [] : ([['id', '=', chosen]] satisfies Domain)),
		...(companyId === undefined
			? []
			: ([['company_id', 'in', [companyId, false]]] satisfies Domain)),
	];
	const rows = await searchRead(odoo, 'product.pricelist', domain, ['name'], { order: 'id' });
	const [only, ...others] = rows;
	if (only && others.length === 0) return only.id;
	throw only ? ambiguous(currency) : chosen === undefined ? missing(currency) : wrong(currency);
}

const missing = (currency: string) =>
	new IntegrationError({
		code: 'ODOO_PRICELIST_MISSING',
		message: `Odoo has no active pricelist in ${currency} that the user may see.`,
		likelyCause: `The currency ${currency} is not enabled, pricelists are switched off, or none is in ${currency}.`,
		nextStep: `In Odoo: Invoicing (Accounting) → Configuration → Currencies: activate ${currency}; Sales → Configuration → Settings: switch Pricelists on; Sales → Products → Pricelists: create one in ${currency}.`,
	});

const ambiguous = (currency: string) =>
	new IntegrationError({
		code: 'ODOO_PRICELIST_AMBIGUOUS',
		message: `Odoo has several active pricelists in ${currency}.`,
		likelyCause: 'More than one could be meant, and none is guessed.',
		nextStep: 'Choose one under Pricelist in the node, or archive the others.',
	});

const wrong = (currency: string) =>
	new IntegrationError({
		code: 'ODOO_PRICELIST_CURRENCY',
		message: `The pricelist chosen in the node is not an active one in ${currency}.`,
		likelyCause: `The payment was made in ${currency}; an order has the currency of its pricelist.`,
		nextStep: `Choose a pricelist in ${currency} in the node, or leave the field empty.`,
	});
