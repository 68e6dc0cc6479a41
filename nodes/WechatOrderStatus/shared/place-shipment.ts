import { paymentText, type PaymentKey } from '../../../lib/wechat-api/shipping/payment-key';
import type { Shipment } from '../../../lib/wechat-api/shipping/shipment';
import type { UploadJob } from '../../../lib/wechat-api/shipping/upload-shipments';

/** Shipments that go to WeChat in one call. */
export interface ItemsJob extends UploadJob {
	/** The items that its shipments are of. */
	indexes: number[];
}

/** Adds an item's shipment to the jobs: together with the other payments of its combined payment, each payment once in a call. */
export function placeShipment(
	jobs: ItemsJob[],
	index: number,
	shipment: Shipment,
	combined: PaymentKey | undefined,
	paidAt: number | undefined,
): void {
	const mine = paymentText(shipment.payment);
	const known =
		combined &&
		jobs.find(
			(job) =>
				job.combined &&
				paymentText(job.combined) === paymentText(combined) &&
				job.shipments.every(({ payment }) => paymentText(payment) !== mine),
		);
	if (known) {
		known.shipments.push(shipment);
		known.indexes.push(index);
		return;
	}
	jobs.push({
		shipments: [shipment],
		indexes: [index],
		...(combined ? { combined } : {}),
		...(paidAt === undefined ? {} : { paidAt }),
	});
}
