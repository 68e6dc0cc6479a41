import type { ShippingOrder, UploadedParcel } from './order';
import { describeLines } from './item-description';
import { LOGISTICS_TYPE, MOST_PARCELS, type Parcel, type Shipment } from './shipment';

/**
 * What to do where WeChat counts the payment as shipped and has other parcels: leave it to a person,
 * or use up the one correction that WeChat allows, with these parcels beside or in place of the others.
 */
export type IfShipped = 'review' | 'add' | 'replace';

export type ReviewReason =
	| 'already_shipped'
	| 'correction_used'
	| 'refunded'
	| 'confirmed'
	| 'too_many_parcels';

export type UploadPlan =
	| { do: 'nothing' }
	| { do: 'wait'; reason: 'more_to_deliver' }
	| { do: 'review'; reason: ReviewReason }
	| {
			do: 'upload';
			/** 1 unified, 2 split. */
			delivery_mode: 1 | 2;
			is_all_delivered: boolean;
			/** All parcels, those that WeChat has included. */
			shipping_list: Parcel[];
			/** True where it uses up the one correction. */
			correction: boolean;
	  };

const REFUNDED = 5;
const OPEN_STATES = new Set([1, 2]);
const CORRECTIONS = 2;

/**
 * Compares what WeChat has with what is to be there. Nothing is done for what is there already, so
 * running again does no harm; and what is there is never taken back because an older shipment comes
 * again. A re-shipment (WeChat: a call for a payment that is shipped completely, or one that changes the way
 * of delivery) is only planned when `ifShipped` allows it.
 */
export function planUpload(
	order: ShippingOrder,
	shipment: Shipment,
	ifShipped: IfShipped,
): UploadPlan {
	const { shipping } = order;
	const there = shipping.shipping_list ?? [];
	const started = there.length > 0 || shipping.finish_shipping === true;
	const finished = shipping.finish_shipping === true;
	const sameWay = shipping.logistics_type === LOGISTICS_TYPE[shipment.logistics];
	const express = shipment.logistics === 'express';
	const isThere = express ? shipment.parcels.every((parcel) => find(there, parcel)) : finished;

	if (order.order_state === REFUNDED) return { do: 'review', reason: 'refunded' };
	if (started && sameWay && isThere && (finished || !shipment.allDelivered)) {
		return { do: 'nothing' };
	}
	if (!OPEN_STATES.has(order.order_state)) return { do: 'review', reason: 'confirmed' };
	// WeChat splits parcels of carriers only: the rest is uploaded when all of it has left.
	if (!express && !shipment.allDelivered) return { do: 'wait', reason: 'more_to_deliver' };

	const correction = started && (finished || !sameWay);
	if (correction && (shipping.finish_shipping_count ?? 0) >= CORRECTIONS) {
		return { do: 'review', reason: 'correction_used' };
	}
	if (correction && ifShipped === 'review') return { do: 'review', reason: 'already_shipped' };
	const afresh = !started || !sameWay || !express || (finished && ifShipped === 'replace');
	const list = afresh ? shipment.parcels : merged(there, shipment.parcels);
	if (list.length > MOST_PARCELS) return { do: 'review', reason: 'too_many_parcels' };
	// What was complete stays complete.
	const complete = shipment.allDelivered || finished;
	const unified = list.length === 1 && complete && (!started || correction);
	return {
		do: 'upload',
		delivery_mode: unified ? 1 : 2,
		is_all_delivered: complete,
		shipping_list: list,
		correction,
	};
}

const find = (there: UploadedParcel[], { tracking_no, express_company }: Parcel) =>
	there.find(
		(parcel) => parcel.tracking_no === tracking_no && parcel.express_company === express_company,
	);

/**
 * All parcels: whether WeChat adds a list to what it has or takes it in its place is not documented,
 * so each call names every parcel. A number that comes with another carrier takes the old one's place.
 */
function merged(there: UploadedParcel[], parcels: Parcel[]): Parcel[] {
	const renamed = (tracking_no?: string) =>
		parcels.find((parcel) => parcel.tracking_no === tracking_no);
	const kept = there.map((parcel) => renamed(parcel.tracking_no) ?? asParcel(parcel));
	const added = parcels.filter(
		({ tracking_no }) => !there.some((parcel) => parcel.tracking_no === tracking_no),
	);
	return [...kept, ...added];
}

const asParcel = ({
	tracking_no,
	express_company,
	goods_desc,
	contact,
}: UploadedParcel): Parcel => ({
	...(tracking_no ? { tracking_no } : {}),
	...(express_company ? { express_company } : {}),
	item_desc: describeLines([{ name: goods_desc ?? '' }], tracking_no ?? ''),
	...(contact && Object.values(contact).some(Boolean) ? { contact } : {}),
});
