import { paymentFields, paymentKey } from '../../shared/payment-fields';
import { uploadItems } from '../../shared/upload-items';

export const description = paymentFields({ resource: ['shipment'], operation: ['upload'] });

/** Uploads the shipment of each item for its payment. */
export const execute = uploadItems((context, index) => ({ payment: paymentKey(context, index) }));
