import type { ServerApiEndpoint } from '../endpoint';
import { getDeliveryList } from './get-delivery-list';
import { getOrder } from './get-order';
import { getOrderList } from './get-order-list';
import { notifyConfirmReceive } from './notify-confirm-receive';
import { opSpecialOrder } from './op-special-order';
import { setMsgJumpPath } from './set-msg-jump-path';
import { isConfirmationCompleted, isTradeManaged } from './trade-managed';
import { uploadCombinedShippingInfo } from './upload-combined-shipping-info';
import { uploadShippingInfo } from './upload-shipping-info';

/** Order shipping management, and its carriers. */
export const shippingEndpoints: ServerApiEndpoint[] = [
	uploadShippingInfo,
	uploadCombinedShippingInfo,
	getOrder,
	getOrderList,
	notifyConfirmReceive,
	setMsgJumpPath,
	isTradeManaged,
	isConfirmationCompleted,
	opSpecialOrder,
	getDeliveryList,
];
