import { IntegrationError } from '../../core/errors';

const MAX_INT = 2 ** 31 - 1;
const MIN_INT = -(2 ** 31);
// XML 1.0 has no way to write these at all; Odoo would refuse the whole call.
const FORBIDDEN = /(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu;

/**
 * The same value as XML-RPC can carry it: no undefined members, no control characters.
 *
 * @throws IntegrationError `ODOO_NUMBER_TOO_LARGE` for a whole number beyond 32 bits: send it as text
 */
export function forXmlRpc(value: unknown): unknown {
	if (typeof value === 'string') return value.replace(FORBIDDEN, '');
	if (typeof value === 'number') return checked(value);
	if (Array.isArray(value)) return value.map(forXmlRpc);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([, member]) => member !== undefined)
			.map(([name, member]) => [name, forXmlRpc(member)]),
	);
}

function checked(value: number): number {
	const fits = Number.isInteger(value)
		? value >= MIN_INT && value <= MAX_INT
		: Number.isFinite(value);
	if (fits) return value;
	throw new IntegrationError({
		code: 'ODOO_NUMBER_TOO_LARGE',
		message: 'A number does not fit into the 32 bits that XML-RPC has for it.',
		likelyCause: 'A WeChat id or an amount was given as a number instead of text.',
		nextStep: 'Give ids and large amounts as text.',
	});
}
