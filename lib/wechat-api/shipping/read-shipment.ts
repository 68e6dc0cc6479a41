import { IntegrationError } from '../../core/errors';
import { matchCarrier, type Carrier, type CarrierRow, type OdooCarrier } from './carriers';
import { contactFor } from './contact';
import { describeLines, type DescribedLine } from './item-description';
import { waiting } from './outcome';
import type { Logistics, Parcel, PaymentKey, Shipment, ShippingOutcome } from './shipment';

/** What left the warehouse, in Odoo's terms. */
export interface Delivered {
	payment: PaymentKey;
	openid: string;
	logistics: Logistics;
	/** One number, or several with commas, semicolons, plus signs or line ends between them. */
	tracking: string;
	carrier: OdooCarrier;
	lines: DescribedLine[];
	/** In place of the lines, when it is not empty. */
	description: string;
	allDelivered: boolean;
	phones: { sender?: string; recipient?: string };
}

const MOST_BYTES = 128;

/**
 * The shipment as WeChat takes it, or why it has to wait: no tracking number yet, or a carrier
 * that WeChat's list does not have.
 *
 * @param carriers WeChat's list, asked for only when there is a carrier to look up
 * @throws IntegrationError `OPENID_MISSING`, `TRACKING_NUMBER_TOO_LONG` or `SHIPPING_CONTACT_…`
 */
export async function readShipment(
	delivered: Delivered,
	carriers: () => Promise<Carrier[]>,
	table: CarrierRow[],
): Promise<{ shipment: Shipment } | { outcome: ShippingOutcome }> {
	const { payment, openid, logistics, allDelivered } = delivered;
	if (!openid) throw noBuyer();
	const known = { payment, openid, logistics, allDelivered };
	const item_desc = describeLines(
		delivered.description ? [{ name: delivered.description }] : delivered.lines,
		'',
	);
	if (item_desc === '') throw noDescription();
	if (logistics !== 'express') return { shipment: { ...known, parcels: [{ item_desc }] } };

	const numbers = trackingNumbers(delivered.tracking);
	if (numbers.length === 0) return { outcome: waiting('no_tracking_number') };
	if (numbers.some((number) => Buffer.byteLength(number) > MOST_BYTES)) throw tooLong();
	const match = matchCarrier(delivered.carrier, await carriers(), table);
	if ('problem' in match) {
		return {
			outcome: { status: 'unknown_carrier', reason: 'unknown_carrier', message: match.problem },
		};
	}
	const express_company = match.delivery_id;
	const contact = contactFor(express_company, delivered.phones);
	const parcels: Parcel[] = numbers.map((tracking_no) => ({
		tracking_no,
		express_company,
		item_desc,
		...(contact ? { contact } : {}),
	}));
	return { shipment: { ...known, parcels } };
}

/** Each number once, in their order. */
export const trackingNumbers = (text: string): string[] => [
	...new Set(
		text
			.split(/[,，;；、+\n\r]/)
			.map((number) => number.trim())
			.filter(Boolean),
	),
];

const noBuyer = () =>
	new IntegrationError({
		code: 'OPENID_MISSING',
		message: 'The item does not tell who bought (openid), which WeChat wants with each upload.',
		likelyCause: 'The sale order was recorded without it, or a step before dropped it.',
		nextStep: 'Pass payer.openid of the payment on, or openid of the shipment from Odoo Sale.',
	});

const noDescription = () =>
	new IntegrationError({
		code: 'SHIPPING_DESCRIPTION_MISSING',
		message: 'There is nothing to tell the buyer about what was shipped.',
		likelyCause: 'The shipment has no lines, and Description is empty.',
		nextStep: 'Fill in Description in WeChat Order Status, or pass the lines of the shipment on.',
	});

const tooLong = () =>
	new IntegrationError({
		code: 'TRACKING_NUMBER_TOO_LONG',
		message: `A tracking number is longer than ${MOST_BYTES} bytes.`,
		likelyCause: 'The field holds something else, a link for example.',
		nextStep:
			'Correct the Tracking Reference on the transfer in Odoo (Inventory → Operations → Deliveries).',
	});
