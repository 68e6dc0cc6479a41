import { namedOutputs } from '../../shared/named-outputs';

export const outputs = namedOutputs({
	get: ['Stock', 'Unknown SKU'],
	getSkus: ['SKUs'],
	send: ['Sent', 'Unknown SKU'],
	set: ['Set', 'Unknown SKU', 'Later'],
});
