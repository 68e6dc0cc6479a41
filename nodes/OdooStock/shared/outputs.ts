import { namedOutputs } from '../../shared/named-outputs';

export const outputs = namedOutputs({
	getChanges: ['Changed', 'Cursor'],
	getMany: ['Stock', 'Not Found'],
});
