import {
	paymentText,
	type PaymentKey,
	type Shipment,
} from '../../../lib/wechat-api/shipping/shipment';
import type { UploadJob } from '../../../lib/wechat-api/shipping/upload-shipments';

/** A shipment to upload. */
export interface Upload {
	shipment: Shipment;
	/** The combined payment that its payment is a part of. */
	combined?: PaymentKey;
	/** Milliseconds since 1970. */
	paidAt?: number;
}

/** Shipments that go to WeChat in one call. */
export interface UploadGroup extends UploadJob {
	/** The uploads that its shipments are of. */
	indexes: number[];
}

/** Puts the payments of one combined payment into one call, each payment once in a call. */
export function groupShipments(uploads: readonly Upload[]): UploadGroup[] {
	const groups: UploadGroup[] = [];
	for (const [index, { shipment, ...rest }] of uploads.entries()) {
		const group = rest.combined && groups.find((one) => takes(one, shipment, rest.combined));
		if (group) {
			group.shipments.push(shipment);
			group.indexes.push(index);
		} else {
			groups.push({ shipments: [shipment], indexes: [index], ...rest });
		}
	}
	return groups;
}

const takes = (group: UploadGroup, { payment }: Shipment, combined?: PaymentKey): boolean =>
	combined !== undefined &&
	group.combined !== undefined &&
	paymentText(group.combined) === paymentText(combined) &&
	group.shipments.every((one) => paymentText(one.payment) !== paymentText(payment));
