import { describeSettlement } from './support/settlement-suite';

describeSettlement('19', 'json2');
