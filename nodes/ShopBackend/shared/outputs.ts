import { namedOutputs } from '../../shared/named-outputs';

export const outputs = namedOutputs({ verify: ['Genuine', 'Refused'] });
