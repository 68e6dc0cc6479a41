import { IntegrationError } from '../../core/errors';
import { safeText } from '../../core/outside-text';

const MAX_INT = 2 ** 31 - 1;
const MIN_INT = -(2 ** 31);

/**
 * Converts a value for XML-RPC: without undefined members, and with safe text.
 *
 * @throws IntegrationError `ODOO_NUMBER_TOO_LARGE` for an integer of more than 32 bits
 */
export function forXmlRpc(value: unknown): unknown {
	if (typeof value === 'string') return safeText(value);
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
		message: 'A number does not fit into 32 bits, the limit of XML-RPC.',
		likelyCause: 'A WeChat id or an amount was passed as a number instead of text.',
		nextStep: 'Pass ids and large amounts as text.',
	});
}
