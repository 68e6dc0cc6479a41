import { namedOutputs } from '../../shared/named-outputs';

export const outputs = namedOutputs({
	get: ['Order'],
	getMany: ['Orders'],
});
