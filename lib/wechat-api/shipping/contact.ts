import { IntegrationError } from '../../core/errors';
import type { Contact } from './shipment';

/** The one carrier for which WeChat wants a contact; `SFB2C` and `NSF` are other firms. */
export const CARRIER_WITH_CONTACT = 'SF';

const VISIBLE = 4;
/** Longer text is no phone number. UTF-16 units. */
const LONGEST = 64;

/**
 * A phone number as WeChat takes it: the last four digits visible, `189****1234` or `****1234`.
 * What is masked already stays as it is.
 *
 * @throws IntegrationError `SHIPPING_CONTACT_INVALID`
 */
export function maskPhone(phone: string): string {
	if (phone.length > LONGEST) throw invalid();
	const text = phone.trim();
	if (/^[\d+*-]*\*[\d*-]*\d{4}$/.test(text)) return text;
	const digits = text.replace(/\D/g, '');
	if (digits.length < VISIBLE || /[^\d\s+().*-]/.test(text) || text.includes('*')) throw invalid();
	const mobile = digits.length >= 11 ? digits.slice(-11, -8) : '';
	return `${mobile}****${digits.slice(-VISIBLE)}`;
}

/**
 * The masked contact of an SF parcel: the sender's phone where one is given, otherwise the
 * recipient's. Undefined for every other carrier, which needs to know neither.
 *
 * @throws IntegrationError `SHIPPING_CONTACT_MISSING` or `SHIPPING_CONTACT_INVALID`
 */
export function contactFor(
	carrier: string,
	phones: { sender?: string; recipient?: string },
): Contact | undefined {
	if (carrier !== CARRIER_WITH_CONTACT) return undefined;
	if (phones.sender) return { consignor_contact: maskPhone(phones.sender) };
	if (phones.recipient) return { receiver_contact: maskPhone(phones.recipient) };
	throw new IntegrationError({
		code: 'SHIPPING_CONTACT_MISSING',
		message: 'WeChat wants a phone number with parcels of SF Express, and there is none.',
		likelyCause: 'Neither the phone of the sender nor that of the recipient is filled in.',
		nextStep:
			'Fill in Sender Phone in the options of WeChat Order Status: the number on your SF contract. Only its last four digits are shown.',
	});
}

const invalid = () =>
	new IntegrationError({
		code: 'SHIPPING_CONTACT_INVALID',
		message: 'The phone number for SF Express cannot be read.',
		likelyCause: 'It has letters in it, fewer than four digits, or hides its last four.',
		nextStep: 'Give it as in 13812345678 or +86 20 1234 5678.',
	});
