import { namedOutputs } from '../../shared/named-outputs';

export const outputs = namedOutputs({
	decode: ['Decoded', 'Hidden'],
	deliver: ['Shipped', 'Waiting', 'Needs Review'],
});
