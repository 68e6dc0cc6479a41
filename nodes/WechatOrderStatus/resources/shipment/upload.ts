import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { paymentFields, paymentKey } from '../../shared/payment-fields';
import { uploadItems } from '../../shared/upload-items';

export const description = paymentFields({ resource: ['shipment'], operation: ['upload'] });

/** Uploads the shipment of each item for its payment. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await uploadItems(this, (index) => ({ payment: paymentKey(this, index) }));
}
