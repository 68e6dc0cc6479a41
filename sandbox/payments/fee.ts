/** What WeChat keeps of a payment, in hundredths of a percent, and gives back with its refunds: 60 by default. */
export type FeeRates = (day: string) => number;

export const USUAL_FEE: FeeRates = () => 60;

/** `0.60%`. */
export const feeRateText = (rate: number): string => `${(rate / 100).toFixed(2)}%`;

/** Smallest unit, rounded half up. */
export const feeOf = (minor: number, rate: number): number => Math.round((minor * rate) / 10_000);
