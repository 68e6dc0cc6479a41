/** What WeChat keeps of each payment, and gives back with a refund: 0.6 %. */
export const FEE_RATE_TEXT = '0.60%';

/** Smallest unit, rounded half up. */
export const feeOf = (minor: number): number => Math.round((minor * 6) / 1000);
