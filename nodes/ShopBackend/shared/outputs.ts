import { namedOutputs } from '../../shared/named-outputs';

export const outputs = namedOutputs({
	answer: ['Answered', 'Not Answered'],
	verify: ['Genuine', 'Refused'],
});
