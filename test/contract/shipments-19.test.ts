import { describeDeliveries } from './support/shipments-suite';

describeDeliveries('19', ['json2', 'xmlrpc']);
