import { namedOutputs } from '../../shared/named-outputs';

const UPLOAD = ['Uploaded', 'Unknown Carrier', 'Waiting', 'Needs Review'];

export const outputs = namedOutputs({ upload: UPLOAD, uploadCombined: UPLOAD });
