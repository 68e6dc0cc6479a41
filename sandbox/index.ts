export { createSandbox } from './create-sandbox';
export { issueCredentials, type Credentials } from './credentials';
export type { Delivery, DeliveryAnswer, DeliveryFailure } from './delivery/delivery';
export type { Payment, PaymentOrder, PromotionDetail } from './payment';
export { seededRandom } from './random';
export * as tampered from './tampered';
export type * from './types';
