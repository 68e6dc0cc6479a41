import { IntegrationError } from '../../core/errors';
import { RECEIVER_TYPES, type Receiver } from './receiver';

/** One line of the rate table: who gets how much of an order that an influencer brought. */
export interface ShareRate extends Receiver {
	/** Code of the influencer or campaign, as the payment carries it. */
	code: string;
	/** Hundredths of a percent: 500 is 5 %. */
	rate: number;
}

/** A share of one order, in fen. */
export interface Share extends Receiver {
	amount: number;
	/** Shown to the receiver, up to 80 characters. */
	description: string;
}

const MOST_RECEIVERS = 50;
/** WeChat's usual limit, in hundredths of a percent; the merchant platform may allow more or less. */
export const USUAL_LIMIT = 3000;

/**
 * The shares of an order: of what was paid less what was refunded, rounded down to the fen. Shares of less than one
 * fen are left out; without a line for the code there are none.
 *
 * @param left what was paid less refunds, in fen
 * @param limit of all shares together, in hundredths of a percent
 * @throws IntegrationError `WECHAT_SHARE_RATES_INVALID`, `WECHAT_SHARE_TOO_LARGE`
 */
export function planShares(
	rates: ShareRate[],
	code: string,
	left: number,
	description: string,
	limit = USUAL_LIMIT,
): Share[] {
	const own = rates.filter((line) => line.code === code && code !== '');
	const isValid = ({ type, account, rate }: ShareRate) =>
		RECEIVER_TYPES.includes(type) && account !== '' && Number.isSafeInteger(rate) && rate > 0;
	const accounts = new Set(own.map(({ type, account }) => `${type} ${account}`));
	if (!own.every(isValid) || accounts.size < own.length || own.length > MOST_RECEIVERS) {
		throw invalid();
	}
	const sum = own.reduce((all, { rate }) => all + rate, 0);
	if (sum > limit) throw tooLarge(sum, limit);
	return own.flatMap(({ type, account, rate }) => {
		const amount = Number((BigInt(left) * BigInt(rate)) / 10_000n);
		return amount > 0 ? [{ type, account, amount, description: description.slice(0, 80) }] : [];
	});
}

const invalid = (): IntegrationError =>
	new IntegrationError({
		code: 'WECHAT_SHARE_RATES_INVALID',
		message: 'A line of the rate table has no valid type, account or rate, or is there twice.',
		likelyCause: 'A rate was entered as a decimal, or a receiver has two lines for one code.',
		nextStep:
			'Enter code, type (MERCHANT_ID or PERSONAL_OPENID), account and rate in hundredths of a percent: 500 is 5 %.',
	});

const tooLarge = (sum: number, limit: number): IntegrationError =>
	new IntegrationError({
		code: 'WECHAT_SHARE_TOO_LARGE',
		message: `The shares add up to ${sum / 100} % of the order, and ${limit / 100} % may be shared.`,
		likelyCause: 'WeChat Pay allows 30 % unless the merchant platform says otherwise.',
		nextStep: 'Lower the rates, or enter the limit that the merchant platform shows.',
	});
